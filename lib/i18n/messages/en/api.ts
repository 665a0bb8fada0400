/**
 * What the API reference says, and its OpenAPI description in English: about operations, parameters, headers, shapes and their fields.
 * Plain text, without values to fill in.
 */
export const api = {
  title: "API reference",
  intro:
    "Everything the studio does, it does over this HTTP API, and so can your programs. It speaks JSON, listens on this machine alone and asks for no key: it answers only under its own name (any other Host gets 421), and changes that a web page of another origin asks for are refused (403).",
  wanx: "While the studio runs on its preview engine, the image service's own contract (DashScope, wanx-background-generation-v2) is served beside it under /api/v1: submit, query, list, cancel and temporary upload, as its owner documents them. It is not part of this description.",
  openApi: "OpenAPI description",
  server: "The studio on this machine.",
  contents: "On this page",
  conventions: {
    title: "Conventions",
    errors:
      "Errors are problem JSON (RFC 9457, application/problem+json). code and values are stable; detail is a sentence in the language of the locale cookie or of Accept-Language; type is the address of its explanation. An address that is not in this reference answers 404 request/not-found; a method that an address does not take answers 405 request/method-not-allowed with the header Allow. HEAD is answered wherever GET is, OPTIONS everywhere.",
    idempotency:
      "Every POST that creates something takes an Idempotency-Key. The same request under the same key has one effect and is answered alike, with the header Idempotent-Replayed, for at least 24 hours; another request under the same key is refused with 422. A request that failed is not kept: correct it and send it again under the same key.",
    paging:
      "Lists come in pages. Send nextCursor of one page as cursor for the next, until it is null. What was there when you began and did not change is listed once, whatever is added, changed or deleted meanwhile.",
    values:
      "Times are milliseconds since 1970 (UTC), money is whole fen (1/100 CNY), sizes are pixels, shares are 0 to 1.",
  },
  groups: {
    projects: { title: "Projects", text: "A project is a scene, saved with a revision that rises with every save." },
    assets: {
      title: "Pictures you bring",
      text: "An asset is a picture by the hash of its bytes: the same picture is the same asset, and its address never changes its content.",
    },
    runs: {
      title: "Generating",
      text: "One press of the button is a run; it has a generation for each model version, and each generation makes up to four pictures.",
    },
    pictures: {
      title: "Finished pictures",
      text: "What a picture was made from stays with it: ask for it, take the picture away with it, and read it back from a file.",
    },
    events: { title: "Events", text: "What happens to every generation, as it happens." },
    studio: { title: "The studio itself", text: "What it runs on, whether it is up, and what it can do." },
  },
  operations: {
    listProjects: { summary: "List projects", text: "One page, the newest save first." },
    createProject: {
      summary: "Create a project",
      text: "Empty, or one of the ready scenes, which is then yours to change.",
    },
    getProject: { summary: "Read a project", text: "With its document, as it was saved last." },
    saveProject: {
      summary: "Save a project",
      text: "Replaces the document. It is refused with 409 and the newest revision when another save came between, never merged.",
    },
    deleteProject: { summary: "Delete a project", text: "Its runs, their pictures and what they cost are kept." },
    uploadAsset: {
      summary: "Upload a picture",
      text: "The body is the file itself. It is encoded anew, measured, and refused where its purpose cannot use it: a subject and an element need real transparency.",
    },
    fetchAsset: {
      summary: "Fetch a picture by its address",
      text: "The studio fetches it and keeps it like an upload. Only public http and https addresses are asked, and hosts that the operator allows.",
    },
    getAsset: {
      summary: "Get a picture",
      text: "The file as it is kept, or a WebP thumbnail. Good for ever: an asset's id is the hash of its bytes.",
    },
    getAssetFacts: { summary: "Read a picture's facts", text: "Size, type and what was measured when it came." },
    makeEdge: {
      summary: "Make an edge picture",
      text: "The soft lines of a cut-out as a new asset, which is what an element wants to be.",
    },
    repairAsset: {
      summary: "Mend a picture",
      text: "A cut-out with its outline cleaned, or an edge inverted or freed of its black ground, as a new asset. The old one stays as it is.",
    },
    getInput: {
      summary: "Read an input that was signed",
      text: "Where the image service fetches what it works on while BACKLOT_PUBLIC_URL is set. The address is given out whole, with its end and its signature.",
    },
    readPrompts: {
      summary: "Ask how prompts are understood",
      text: "Names the words that mean nothing to the preview engine, of the part of each prompt that is read. The cloud model tells nothing of the kind: while the studio sends to it, the lists are empty.",
    },
    listRuns: {
      summary: "List runs",
      text: "One page, the newest first, of one project or of all. Runs outlive their project and are listed under its id after it was deleted.",
    },
    createRun: {
      summary: "Generate pictures",
      text: "Queues one generation per version and reserves its money. What is sent is the project's saved revision, which must be its newest. Progress comes by the event stream, or ask the list again.",
    },
    cancelGeneration: {
      summary: "Cancel a generation",
      text: "While it waits. Once the service works on it, it is refused with 409: its pictures would be charged all the same, so they are made and kept.",
    },
    sendGenerationAgain: {
      summary: "Send a generation again",
      text: "For one in the state needs_decision, of which nobody knows whether it arrived. It may then be charged twice.",
    },
    getGenerationRecipe: {
      summary: "Read what a generation was sent with",
      text: "The request, its pictures named by content, and the document it was compiled from.",
    },
    exportPicture: {
      summary: "Take a picture away",
      text: "A file to save, with the recipe, the document and the layers embedded.",
    },
    readPicture: {
      summary: "Read a picture file",
      text: "What a file that was taken away brings with it. Layers that this studio does not have are kept as assets; the same file has the same answer and needs no key.",
    },
    streamEvents: {
      summary: "Follow what happens",
      text: "Server-sent events, each in the moment it is on disk. To resume without a gap or a repeat send the last id as Last-Event-ID (EventSource does so by itself) or as after; without either the stream begins now. When the place asked for is no longer known, the stream begins with the event reset: fetch everything anew.",
    },
    getAbout: {
      summary: "Read what the studio runs on",
      text: "The preview engine or the cloud, and what a picture costs there.",
    },
    getHealth: { summary: "Ask whether it is up", text: "Answers as soon as requests are taken." },
    getOpenApi: { summary: "Get this description", text: "OpenAPI 3.1, in English." },
  },
  parameters: {
    fileName: "Name of the file: an asset id with the ending of its type.",
    expires: "When the address stops to be good, in seconds since 1970.",
    signature: "What makes the address good: nobody but the studio can write it.",
    projectId: "Id of a project.",
    assetId: "Id of an asset.",
    generationId: "Id of a generation.",
    pictureId: "Id of a finished picture.",
    format: "Type of the file.",
    limit: "How many entries a page holds at most.",
    cursor: "The nextCursor of the page before; without it the list begins at its start. Its content may change.",
    purpose: "What the picture is for; decides what is refused.",
    longSide: "Answer with a WebP whose longer side is at most this many pixels.",
    after: "The number of the last event that is known. Last-Event-ID counts before it.",
    "Last-Event-ID": "The id of the last event that is known.",
    "Idempotency-Key":
      "8 to 200 printable ASCII characters of your choice, new for every request that is not a repeat.",
  },
  headers: {
    Location: "The address of what was created.",
    "Idempotent-Replayed": "true when this is the kept answer of an earlier request under the same key.",
    "Cache-Control": "How long a copy is good.",
    "Content-Disposition": "The name to save the file under.",
  },
  schemas: {
    ProjectList: { about: "One page of projects.", nextCursor: "For the next page; null on the last one." },
    ProjectSummary: {
      about: "A project without its document.",
      revision: "Rises with every save.",
      cover: "An asset: the newest picture made, else the subject.",
    },
    Project: {
      about: "A project with its document.",
      revision: "Rises with every save; name it when you save.",
      cover: "An asset: the newest picture made, else the subject.",
    },
    CreateProject: {
      about: "All of it is optional.",
      name: "One line of text.",
      example: "Start from this ready scene.",
    },
    SaveProject: {
      about: "A changed document.",
      revision: "The one the change started from.",
      name: "A new name; without it the old one stays.",
    },
    SavedProject: { about: "The save as it was taken.", revision: "To be named by the next save." },
    ProjectDocument: {
      about: "A scene. Both lists of elements go from the bottom to the top.",
      schema: "Version of this shape.",
      artboard: "Size of the pictures that are made.",
      subject: "The product, null until there is one.",
      foreground: "Elements in front of the subject.",
      background: "Elements behind the subject.",
    },
    PlacedPicture: { about: "An asset with its own size.", name: "For people." },
    Subject: { about: "The product's cut-out in its place.", name: "For people." },
    Element: {
      about: "An edge picture in its place, and what it is to become.",
      visible: "A hidden element is kept and not sent.",
      prompt: "What this element is.",
      original: "The cut-out it was made from.",
    },
    Transform: {
      about: "Where a picture stands: its centre on the artboard, its scale and its turn.",
      x: "Artboard pixels from the left.",
      y: "Artboard pixels from the top.",
      scaleX: "1 is one picture pixel per artboard pixel; negative flips.",
      scaleY: "1 is one picture pixel per artboard pixel; negative flips.",
      rotation: "Degrees, clockwise.",
    },
    Size: { about: "Whole pixels." },
    Guide: {
      about: "What the scene is to be.",
      negativePrompt: "What must not be in it.",
      image: "A picture to go by.",
      noiseLevel: "Random change to the guide image; counts only with one.",
      promptWeight: "Weight of the prompt against the guide image; counts only with both.",
    },
    Output: { about: "What a press of the button asks for by default.", n: "Pictures per version." },
    ModelVersion: { about: "Version of the image model." },
    Asset: { about: "A picture that is kept.", id: "asset_ and the SHA-256 of its bytes." },
    AssetFacts: {
      about: "What was measured of a picture. Shares are of all its pixels.",
      mode: "Colour mode of the file as it came.",
      bounds: "Box of what is not fully transparent, null when everything is.",
      edgeLikeness: "1: bright lines on black, as an element wants to be.",
      invertedEdgeLikeness: "1: dark lines on white, to be inverted first. Missing in old assets, as the next one.",
      haloShare: "How much of the soft outline still has the colour of an old background.",
    },
    AssetPurpose: { about: "What a picture is for." },
    MakeEdge: { about: "How the lines are drawn.", detail: "0 is the outline only, 1 every texture." },
    RepairAsset: { about: "What is to be mended." },
    AssetRepair: {
      about:
        "clean-halo: colours along the outline of a cut-out; invert: dark lines on white; clear-ground: the black around an edge without transparency.",
    },
    FetchPicture: { about: "A picture somewhere else.", url: "A public http or https address." },
    ReadPrompts: { about: "Up to as many prompts as a project can have." },
    PromptReadings: { about: "How prompts are understood.", readings: "One for each prompt, in their order." },
    PromptReading: {
      about: "What the preview engine makes of a prompt.",
      unknown: "Words that mean nothing to it, in lower case, each once and in the order of the prompt.",
    },
    RunList: { about: "One page of runs.", nextCursor: "For the next page; null on the last one." },
    Run: {
      about: "One press of the button.",
      revision: "The revision of the project that was sent.",
      generations: "v2 before v3.",
    },
    CreateRun: {
      about: "What to make.",
      revision: "The project's newest saved revision.",
      n: "Pictures per version.",
    },
    Generation: {
      about: "One recipe sent to one model version.",
      n: "Pictures asked for.",
      progress: "Pictures that the service has finished so far, and those it gave up.",
      failure: "Why it failed, or why it waits.",
      cost: "Fen: held back while it runs, charged once it ended.",
      taskId: "Id of the task at the image service.",
      startedAt: "When the service began.",
    },
    GenerationState: { about: "The states in the order in which they can be passed through." },
    Picture: { about: "A finished picture.", index: "Its place among those asked for.", assetId: "The file." },
    Failure: {
      about: "Why there is no picture.",
      code: "One of the error codes.",
      upstreamCode: "What the image service said, word for word.",
      upstreamMessage: "What the image service said, word for word.",
      requestId: "Of the image service, for its support.",
      reading: "What the words of the service mean for the project.",
    },
    FailureReading: {
      about: "The words of the image service, read against the recipe.",
      targets: "The parts of the project it can be about; several where the service names a list and no place in it.",
      finding: "The finding of pre-flight that says the same.",
    },
    FindingTarget: { about: "A part of a project." },
    GenerationRecipe: {
      about: "What a generation was sent with.",
      document: "Null for generations of a release that did not keep it.",
      hash: "Of the recipe: equal recipes have equal hashes.",
    },
    Recipe: {
      about:
        "The body of the request to the image service, word for word, but for its pictures: backlot-asset: and the id of an asset stands where the service gets an address.",
    },
    PictureFormat: { about: "Type of a file to take away." },
    PictureReading: {
      about: "What a picture file brings with it.",
      form: "document: the project it was made from, exactly; flattened: rebuilt from the layers as they were sent; none: an ordinary picture.",
      missing: "Pictures of the project that are not here, by name or asset id.",
    },
    StudioEvent: {
      about: "The data of an event: the whole generation as it then was, so that the last event alone is enough.",
      seq: "Strictly rising; the id of the frame.",
      at: "When it was written down.",
    },
    StudioEventType: { about: "The name of the frame's event." },
    EventFrame: {
      about:
        "One frame of the stream: the lines id, event and data, then an empty line. The event reset has an empty object as its data.",
    },
    About: {
      about: "What makes the pictures.",
      upstream: "sandbox: the preview engine on this machine; cloud: the image service.",
    },
    Health: { about: "The studio is up." },
    Problem: {
      about: "An error (RFC 9457).",
      type: "Where the code is explained.",
      title: "The code once more.",
      detail: "What went wrong and the way out, in the reader's language.",
      code: "Stable: what programs go by.",
      values: "Stable: what the sentence names, such as the field or the limit.",
      requestId: "Stands in the studio's log.",
    },
  },
  reference: {
    parameters: "Parameters",
    in: { path: "path", query: "query", header: "header" },
    body: "Body",
    answer: "Answer",
    noBody: "No body.",
    errors: "Errors",
    required: "required",
    schemas: "Shapes",
    schemasText: "A field with a question mark may be absent. Clients should ignore fields that they do not know.",
    allErrors: "Every error code",
    allErrorsText: "Names in braces are values of the error.",
    findings: "What pre-flight finds",
    findingsText:
      "What the service would refuse, cut off or ignore in a scene. A run with something that must be mended is refused with document/not-ready, whose value finding is one of these codes.",
    upstream: "Codes of the image service",
    upstreamText: "A failed generation names one of these as its upstreamCode, with the service's own words beside it.",
    code: "Code",
    severity: "How grave",
    severities: { error: "must be mended", warning: "worth a look", note: "good to know" },
    where: "Status, and where",
    places: {
      studio: "studio",
      network: "network",
      upload: "upload",
      submit: "request",
      task: "task",
      picture: "single picture",
    },
    meaning: "What it means, and what to do",
    example: "Example",
    file: "the bytes of a file",
    limit: "at most",
    tryIt: "Try it in a terminal",
  },
} as const;
