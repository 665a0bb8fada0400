/** What the `backlot` command says in a shell. Not among the page's messages: no browser needs it. */
export const command = {
  help: `backlot: pictures from a recipe, without the studio's window

  backlot generate RECIPE    make the pictures and save them
  backlot preflight RECIPE   say what the service would refuse, cut off or ignore
  backlot curl RECIPE        print the cURL command that sends it

RECIPE is a file with a request body as JSON or as a cURL command, or - for
standard input. Its pictures are http(s) addresses, files of this machine
(a path beside the recipe, or file:), or pictures of a studio (backlot-asset:).

  -o, --out DIR         save pictures there (default: here); it is made
      --force           replace files that are there
      --format FORMAT   png, webp or jpeg (default: png); the files carry the
                        recipe they were made from
      --version V       v2, v3 or both, whatever the recipe says
  -n, --pictures N      1 to 4 of each version, whatever the recipe says
      --strict          take warnings for errors
      --json            one JSON object a line on standard output
  -q, --quiet           results and errors only
      --lang LANG       en or zh-CN (default: the language of the shell)
      --url URL         the studio to use (default: BACKLOT_URL)
  -h, --help            this text; backlot --version says which Backlot it is

With a studio's address the studio does the work and keeps the project. Without
one it happens here and nothing is kept but the pictures: by the preview engine,
or with DASHSCOPE_API_KEY in the cloud, for money.

Exit status: 0 done, 1 unexpected, 2 wrong use, 3 the recipe was refused,
4 pictures are missing, 5 no studio answers, 130 interrupted.`,
  usage: {
    seeHelp: "backlot --help tells what there is.",
    noCommand: "What to do is missing: generate, preflight or curl.",
    unknownCommand: "There is no command {command}; there are generate, preflight and curl.",
    noRecipe: "{command} needs a recipe: a file, or - for standard input.",
    surplus: "{argument} is one argument too many.",
    unknownOption: "{command} does not take {option}.",
    needsValue: "{option} needs a value.",
    takesNoValue: "{option} takes no value.",
    badValue: "{option} takes {expected}, not {value}.",
    unreadable: "{file} cannot be read ({reason}).",
    folder: "Pictures cannot be saved to {folder} ({reason}).",
    exists:
      "{file} exists already. Nothing was sent; choose another folder with --out, or replace the file with --force.",
  },
  studio: {
    unreachable:
      "No studio answers at {url} ({reason}). Start it, or correct BACKLOT_URL; without an address the work is done here.",
    notBacklot: "What answers at {url} is not a Backlot studio of this version.",
  },
  layer: {
    subject: "Subject",
    guide: "Guide",
    output: "Output",
    document: "Recipe",
    foreground: "Foreground element {number, number}",
    background: "Background element {number, number}",
    named: "{layer} ({name})",
    place: "{layer}, {field}",
    says: "{place}: {message}",
  },
  severity: { error: "error", warning: "warning", note: "note" },
  preflight: {
    ready: "Ready to be sent.",
    notReady: "Not ready to be sent: {count, plural, one {# thing} other {# things}} must be mended.",
    unreadable: "This file cannot be read ({reason}): {file}. A path starts from the recipe's folder.",
    unknownField: "The service does not know this field; it is left out.",
  },
  generate: {
    pictures: "{count, plural, one {# picture} other {# pictures}}",
    free: "{pictures}, made on this machine, free",
    cost: "{pictures}, at most {amount}",
    saved: "{version}: picture {number, number} of {total, number} saved as {file}",
    renamed: "{wanted} was taken meanwhile; the picture is saved as {file}.",
    state: "{version}: {state}",
    waiting: "{version}: {state}, because: {reason}",
    failed: "{version} failed: {reason}",
    said: "{text} The service said: {words}",
    fewer: "{version}: {missing, plural, one {# picture was} other {# pictures were}} not made.",
    undecided:
      "{version}: the connection broke while it was sent, so nobody knows whether it arrived; it may cost {amount}. Decide in the studio: {page}",
    undecidedHere:
      "{version}: the connection broke while it was sent, so nobody knows whether it arrived; it may cost {amount}. Look at the task list of the service before sending it again.",
    counted: "{saved, number}/{total, number}",
    seconds: "{seconds, number} s",
    done: "{pictures} in {seconds, number} s",
    doneFree: "{pictures} in {seconds, number} s, free",
    doneCost: "{pictures} in {seconds, number} s, {amount} charged",
    project: "In the studio: {page}",
  },
  interrupt: {
    nothingSent: "Stopped. Nothing was sent.",
    stopping: "Stopping. What has not begun is cancelled; press Ctrl-C again to leave at once.",
    charged:
      "{version}: {pictures} are being drawn already and will cost {amount}; they are saved when they are finished.",
    drawn: "{version}: {pictures} are being drawn already; they are saved when they are finished.",
    left: "Left. {version} may still cost {amount}.",
    leftTask: "Left. {version} may still cost {amount}; its task is {taskId}.",
  },
  curl: {
    file: "{field} is a file of this machine ({address}). Put it where the service can reach it, and its public address here.",
    asset: "{field} is a picture of a studio. Put it where the service can reach it, and its public address here.",
  },
  unexpected: "Something went wrong that should not: {message}",
} as const;
