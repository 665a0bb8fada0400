import { BacklotError } from "#lib/base/errors.ts";
import type { ModelVersion } from "#lib/composition/document.ts";
import { EXIT, type ExitStatus } from "./exit-status.ts";
import { followRun } from "./follow-run.ts";
import { openPictureFolder, savePicture } from "./picture-folder.ts";
import { countRefusals, type Preparation, prepare } from "./prepare.ts";
import { reportFindings } from "./report-findings.ts";
import { RunReport } from "./run-report.ts";
import { unlessAsked } from "./stops.ts";
import type { Task } from "./task.ts";

/** A recipe to pictures in a folder. Errors stop it before anything is sent; then what is paid for is saved, whatever else happens. */
export async function runGenerate(task: Task): Promise<ExitStatus> {
  const { studio, read, asked, output, words, stops } = task;
  const preparation = await unlessAsked(stops, prepare(studio, read, asked));
  reportFindings(preparation, output, words);
  const count = countRefusals(preparation, asked.strict);
  if (count > 0) {
    output.judge("error", words.t("severity.error"), words.t("preflight.notReady", { count }));
    return EXIT.refused;
  }
  return await send(task, preparation);
}

async function send(task: Task, { document }: Preparation): Promise<ExitStatus> {
  const { studio, read, asked, words, stops } = task;
  const { versions, n } = document.output;
  const ending = asked.format === "jpeg" ? "jpg" : asked.format;
  const nameOf = (version: ModelVersion, index: number) => `${read.name}-${version}-${index + 1}.${ending}`;
  const names = versions.flatMap((version) => Array.from({ length: n }, (_, index) => nameOf(version, index)));
  await openPictureFolder(asked.out, names, asked.force);

  const project = await unlessAsked(stops, studio.createProject(projectName(read.name), document));
  const report = new RunReport({ ...task, about: studio.about, page: studio.pageOf(project.id) });
  const news = await unlessAsked(stops, studio.openNews(stops.insisted));
  report.announce(versions.length * n);
  // From here on it may cost: the answer is waited for.
  const run = await studio.createRun({ projectId: project.id, revision: project.revision, versions: [...versions], n });
  report.begin(run);
  const onAsked = () => report.stopping();
  if (stops.asked.aborted) onAsked();
  else stops.asked.addEventListener("abort", onAsked, { once: true });
  try {
    const generations = await followRun({
      studio,
      run,
      news,
      stops,
      onChange: (generation) => report.changed(generation),
      onTooLate: (generation) => report.tooLate(generation),
      onCancelFailed: (_, error) => report.complain(words.error(error)),
      async onPicture(generation, picture) {
        const name = nameOf(generation.version, picture.index);
        const bytes = await studio.exportPicture(picture.id, asked.format);
        report.saved(generation, picture, name, await savePicture(asked.out, name, bytes, asked.force));
      },
    });
    if (!stops.insisted.aborted) {
      for (const { id } of asked.json ? generations : []) report.recipe(id, await studio.recipe(id));
      return report.end(stops.asked.aborted);
    }
  } catch (error) {
    report.left();
    // Its code may say that something was refused, but by now it was sent.
    throw BacklotError.is(error) ? new Error(words.error(error), { cause: error }) : error;
  }
  report.left();
  return EXIT.interrupted;
}

/** One line of text, as projects are named. */
function projectName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\p{Cf}]/gu, " ")
      .trim()
      .slice(0, 120) || "backlot"
  );
}
