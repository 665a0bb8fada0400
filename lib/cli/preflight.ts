import { EXIT, type ExitStatus } from "./exit-status.ts";
import { countRefusals, prepare } from "./prepare.ts";
import { reportFindings } from "./report-findings.ts";
import type { Task } from "./task.ts";

/** Says what the service would refuse, cut off or ignore. Nothing is sent there. */
export async function runPreflight({ studio, read, asked, output, words }: Task): Promise<ExitStatus> {
  const preparation = await prepare(studio, read, asked);
  reportFindings(preparation, output, words);
  const count = countRefusals(preparation, asked.strict);
  output.say(count === 0 ? words.t("preflight.ready") : words.t("preflight.notReady", { count }));
  return count === 0 ? EXIT.done : EXIT.refused;
}
