import { createHash } from "node:crypto";
import type { RenderedPicture, RenderJob } from "#lib/engine/engine.ts";
import { probeImage } from "#lib/imaging/probe.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { checkPixels } from "./check-input.ts";
import type { TaskMishap } from "./mishaps.ts";
import { namedInputs, prepareJob, requestOf } from "./prepare-job.ts";
import { newResultPath } from "./result-address.ts";
import type { Service } from "./service.ts";
import { ServiceError } from "./service-error.ts";
import { endTask, failuresOfTask, insertFailure, insertPicture, picturesOfTask, type Task } from "./task-store.ts";
import { textLayers } from "./text-layers.ts";

/**
 * Takes a RUNNING task to its end. Pictures that an earlier, interrupted start has saved are kept: rendering gives the same bytes.
 * It SUCCEEDED with one picture of several; what became of the others is on record too. When the signal aborts the task stays
 * RUNNING, for the next start to take up. Throws only when the database does.
 */
export async function renderTask(service: Service, task: Task, signal: AbortSignal): Promise<void> {
  const { clock, db, ledger, mishaps } = service;
  const { taskId } = task;
  await ledger.record({ event: "started", taskId });
  const failure = await attempt(service, task, signal);
  if (signal.aborted) return;

  const imageCount = (await picturesOfTask(db, taskId)).length;
  const status = imageCount > 0 && !failure ? "SUCCEEDED" : "FAILED";
  const reason = failure ?? (status === "FAILED" ? (await failuresOfTask(db, taskId))[0] : undefined);
  const endedAt = clock.now();
  const end = {
    status,
    endedAt,
    expiresAt: endedAt + (await mishaps.lifetimeMs("task", LIMITS.resultLifetimeMs)),
    resultsExpireAt: endedAt + (await mishaps.lifetimeMs("result", LIMITS.resultLifetimeMs)),
    ...(reason && { code: reason.code, message: reason.message }),
  } as const;
  await db.transaction().execute(async (transaction) => {
    if (!(await endTask(transaction, taskId, end))) return;
    const charged = status === "SUCCEEDED" ? imageCount : 0;
    const code = reason && { code: reason.code };
    await ledger.record({ event: "ended", taskId, status, imageCount: charged, ...code }, transaction);
  });
}

/** Answers why the whole task failed; undefined when its pictures were tried, each with its own end. */
async function attempt(service: Service, task: Task, signal: AbortSignal): Promise<ServiceError | undefined> {
  try {
    const mishap = await service.mishaps.ofTask(task.taskId, task.total);
    if (mishap.delayMs > 0) await service.clock.sleep(mishap.delayMs, signal);
    if (mishap.failure) throw mishap.failure;
    const job = await prepareJob(service, task, signal);
    await renderPictures(service, task, { job, mishap }, signal);
    return undefined;
  } catch (error) {
    const failure = ServiceError.is(error) ? error : new ServiceError("InternalError", undefined, { cause: error });
    if (!signal.aborted) logFailure(service, failure, { taskId: task.taskId });
    return failure;
  }
}

/** Each picture is on disk, and counted, as soon as it is finished. */
async function renderPictures(
  service: Service,
  task: Task,
  { job, mishap }: { job: RenderJob; mishap: TaskMishap },
  signal: AbortSignal,
): Promise<void> {
  const { db, engine, log } = service;
  const { taskId } = task;
  const known = [...(await picturesOfTask(db, taskId)), ...(await failuresOfTask(db, taskId))];
  const done = new Set(known.map(({ position }) => position));
  if (done.size === task.total) return;

  const ends: Promise<void>[] = [];
  /** Waited for once all pictures are rendered; one that rejects before that is not unheard of. */
  const keepEnd = (end: Promise<void>) => {
    end.catch(() => undefined);
    ends.push(end);
  };
  const fail = async (position: number, failure: ServiceError) => {
    if (signal.aborted) return;
    logFailure(service, failure, { taskId, position });
    await insertFailure(db, { taskId, position, code: failure.code, message: failure.message });
  };
  const save = async (picture: RenderedPicture) => {
    const lost = mishap.lost.get(picture.index) ?? (await keep(service, task, picture));
    if (lost) await fail(picture.index, lost);
  };
  const onPicture = (picture: RenderedPicture) => {
    const ms = Object.fromEntries(picture.stages.map((timing) => [timing.stage, Math.round(timing.ms)]));
    log.info({ taskId, index: picture.index, ms }, "picture rendered");
    if (!done.has(picture.index)) keepEnd(save(picture));
  };
  const onFailure = (position: number, cause: unknown) => {
    if (!done.has(position)) keepEnd(whyNot(job, cause).then((failure) => fail(position, failure)));
  };
  try {
    await engine.render(job, { signal, onPicture, onFailure });
  } finally {
    await Promise.all(ends);
  }
}

/** A picture cannot be rendered because an input cannot be read, or because the engine cannot go on. */
async function whyNot(job: RenderJob, cause: unknown): Promise<ServiceError> {
  try {
    for (const [name, bytes] of namedInputs(job)) await checkPixels(name, bytes);
    return new ServiceError("InternalError.Algo", undefined, { cause });
  } catch (error) {
    return ServiceError.is(error) ? error : new ServiceError("InternalError.Algo", undefined, { cause: error });
  }
}

/** Answers why it could not be kept. */
async function keep(
  { files, db, clock }: Service,
  task: Task,
  { index: position, png }: RenderedPicture,
): Promise<ServiceError | undefined> {
  const { title, sub_title } = requestOf(task).input;
  const newPath = () => newResultPath(task.account, position, clock.now());
  try {
    await files.writeResult(task.taskId, position, png);
    const layers = title ? textLayers(title, sub_title, (await probeImage(png)).width) : undefined;
    await insertPicture(db, {
      taskId: task.taskId,
      position,
      path: newPath(),
      md5: createHash("md5").update(png).digest("hex"),
      sizeBytes: png.length,
      textPath: layers ? newPath() : null,
      textLayers: layers ? JSON.stringify(layers) : null,
    });
    return undefined;
  } catch (cause) {
    return new ServiceError("InternalError.FileUpload", undefined, { cause });
  }
}

function logFailure({ log }: Service, failure: ServiceError, where: { taskId: string; position?: number }): void {
  const fields = { ...where, code: failure.code, reason: String(failure.cause ?? failure.message) };
  const what = where.position === undefined ? "task failed" : "picture failed";
  log[failure.code.startsWith("InternalError") ? "error" : "info"](fields, what);
}
