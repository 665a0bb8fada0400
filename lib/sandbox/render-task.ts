import { createHash } from "node:crypto";
import type { RenderedPicture, RenderJob } from "#lib/engine/engine.ts";
import { checkPixels } from "./check-input.ts";
import { namedInputs, prepareJob } from "./prepare-job.ts";
import { newResultPath } from "./result-address.ts";
import type { Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { endTask, insertPicture, picturesOfTask, type Task } from "./task-store.ts";

/**
 * Takes a RUNNING task to its end. Pictures that an earlier, interrupted start has saved are kept: rendering gives the same bytes.
 * When the signal aborts the task stays RUNNING, for the next start to take up. Throws only when the database does.
 */
export async function renderTask(service: Service, task: Task, signal: AbortSignal): Promise<void> {
  const end = await outcome(service, task, signal);
  if (signal.aborted) return;
  await endTask(service.db, task.taskId, { ...end, endedAt: service.clock.now() });
}

type Outcome = { status: "SUCCEEDED" } | { status: "FAILED"; code: string; message: string };

async function outcome(service: Service, task: Task, signal: AbortSignal): Promise<Outcome> {
  try {
    const job = await prepareJob(service, task, signal);
    await renderPictures(service, task, job, signal);
    return { status: "SUCCEEDED" };
  } catch (error) {
    const failure = ServiceError.is(error) ? error : new ServiceError("InternalError", undefined, { cause: error });
    if (!signal.aborted) {
      const fields = { taskId: task.taskId, code: failure.code, reason: String(failure.cause ?? failure.message) };
      service.log[failure.code.startsWith("InternalError") ? "error" : "info"](fields, "task failed");
    }
    return { status: "FAILED", code: failure.code, message: failure.message };
  }
}

/** Each picture is on disk, and counted, as soon as it is finished. */
async function renderPictures(service: Service, task: Task, job: RenderJob, signal: AbortSignal): Promise<void> {
  const kept = new Set((await picturesOfTask(service.db, task.taskId)).map(({ position }) => position));
  if (kept.size === task.total) return;
  const saves: Promise<ServiceError | undefined>[] = [];
  const onPicture = (picture: RenderedPicture) => {
    const ms = Object.fromEntries(picture.stages.map((timing) => [timing.stage, Math.round(timing.ms)]));
    service.log.info({ taskId: task.taskId, index: picture.index, ms }, "picture rendered");
    if (!kept.has(picture.index)) saves.push(save(service, task, picture));
  };
  try {
    await service.engine.render(job, { signal, onPicture });
  } catch (cause) {
    await Promise.all(saves);
    signal.throwIfAborted();
    for (const [name, bytes] of namedInputs(job)) await checkPixels(name, bytes);
    throw new ServiceError("InternalError.Algo", undefined, { cause });
  }
  const failure = (await Promise.all(saves)).find((each) => each !== undefined);
  if (failure) throw failure;
}

/** Resolves with the error instead of rejecting: nobody waits for it until all pictures are rendered. */
async function save(
  { files, db, clock }: Service,
  task: Task,
  { index: position, png }: RenderedPicture,
): Promise<ServiceError | undefined> {
  try {
    await files.writeResult(task.taskId, position, png);
    await insertPicture(db, {
      taskId: task.taskId,
      position,
      path: newResultPath(task.account, position, clock.now()),
      md5: createHash("md5").update(png).digest("hex"),
      sizeBytes: png.length,
    });
    return undefined;
  } catch (cause) {
    return new ServiceError("InternalError.FileUpload", undefined, { cause });
  }
}
