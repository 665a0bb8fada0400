import type { Insertable, Selectable } from "kysely";
import type { Executor, SandboxSchema, StoredStatus } from "./sandbox-schema.ts";

export type Task = Selectable<SandboxSchema["tasks"]>;
export type Picture = Selectable<SandboxSchema["pictures"]>;
export type Failure = Selectable<SandboxSchema["failures"]>;

export async function insertTask(
  db: Executor,
  task: Omit<Insertable<SandboxSchema["tasks"]>, "seq" | "status">,
): Promise<void> {
  await db
    .insertInto("tasks")
    .values({ ...task, status: "PENDING" })
    .execute();
}

/** Undefined for an unknown id and for one of another account. */
export function findTask(db: Executor, account: string, taskId: string): Promise<Task | undefined> {
  return db
    .selectFrom("tasks")
    .selectAll()
    .where("taskId", "=", taskId)
    .where("account", "=", account)
    .executeTakeFirst();
}

export interface TaskEnd {
  endedAt: number;
  expiresAt: number;
  resultsExpireAt: number;
}

/** False when the task is not there, not this account's, or no longer PENDING. */
export async function cancelPendingTask(db: Executor, account: string, taskId: string, end: TaskEnd): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("tasks")
    .set({ status: "CANCELED", ...end })
    .where("taskId", "=", taskId)
    .where("account", "=", account)
    .where("status", "=", "PENDING")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * The account's oldest unfinished task that is not `underWay`, set RUNNING. One that is RUNNING already was cut off by a crash and
 * comes first, since it is older than everything that still waits.
 */
export function claimNextTask(
  db: Executor,
  account: string,
  underWay: readonly string[],
  scheduledAt: number,
): Promise<Task | undefined> {
  return db.transaction().execute(async (transaction) => {
    const task = await transaction
      .selectFrom("tasks")
      .selectAll()
      .where("account", "=", account)
      .where("status", "in", ["PENDING", "RUNNING"])
      .where("taskId", "not in", underWay)
      .orderBy("seq")
      .limit(1)
      .executeTakeFirst();
    if (task?.status !== "PENDING") return task;
    await transaction
      .updateTable("tasks")
      .set({ status: "RUNNING", scheduledAt })
      .where("taskId", "=", task.taskId)
      .execute();
    return { ...task, status: "RUNNING", scheduledAt };
  });
}

/** False when it is not RUNNING. */
export async function endTask(
  db: Executor,
  taskId: string,
  end: TaskEnd & { status: "SUCCEEDED" | "FAILED"; code?: string; message?: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("tasks")
    .set({ ...end })
    .where("taskId", "=", taskId)
    .where("status", "=", "RUNNING")
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export async function accountsWithWork(db: Executor): Promise<string[]> {
  const rows = await db
    .selectFrom("tasks")
    .select("account")
    .distinct()
    .where("status", "in", ["PENDING", "RUNNING"])
    .execute();
  return rows.map((row) => row.account);
}

export async function insertPicture(db: Executor, picture: Picture): Promise<void> {
  await db.insertInto("pictures").values(picture).execute();
}

/** In the order of their place in the task. */
export function picturesOfTask(db: Executor, taskId: string): Promise<Picture[]> {
  return db.selectFrom("pictures").selectAll().where("taskId", "=", taskId).orderBy("position").execute();
}

export async function insertFailure(db: Executor, failure: Failure): Promise<void> {
  await db.insertInto("failures").values(failure).execute();
}

/** In the order of their place in the task. */
export function failuresOfTask(db: Executor, taskId: string): Promise<Failure[]> {
  return db.selectFrom("failures").selectAll().where("taskId", "=", taskId).orderBy("position").execute();
}

/** The picture of an address, once its task is finished. */
export function findPicture(db: Executor, path: string): Promise<Picture | undefined> {
  return db
    .selectFrom("pictures")
    .innerJoin("tasks", "tasks.taskId", "pictures.taskId")
    .selectAll("pictures")
    .where((is) => is.or([is("pictures.path", "=", path), is("pictures.textPath", "=", path)]))
    .where("tasks.status", "=", "SUCCEEDED")
    .executeTakeFirst();
}

export interface TaskFilter {
  from: number;
  to: number;
  now: number;
  taskId?: string;
  /** UNKNOWN is the status of what is not kept: it finds nothing. */
  status?: StoredStatus | "UNKNOWN";
  model?: string;
}

/** Newest first; `page` counts from 1. */
export async function listTasks(
  db: Executor,
  account: string,
  filter: TaskFilter,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ total: number; tasks: Task[] }> {
  let query = db
    .selectFrom("tasks")
    .where("account", "=", account)
    .where("submittedAt", ">=", filter.from)
    .where("submittedAt", "<=", filter.to)
    .where((is) => is.or([is("expiresAt", "is", null), is("expiresAt", ">", filter.now)]));
  if (filter.taskId !== undefined) query = query.where("taskId", "=", filter.taskId);
  if (filter.status === "UNKNOWN") return { total: 0, tasks: [] };
  if (filter.status !== undefined) query = query.where("status", "=", filter.status);
  if (filter.model !== undefined) query = query.where("model", "=", filter.model);
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow();
  const tasks = await query
    .selectAll()
    .orderBy("seq", "desc")
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  return { total, tasks };
}

/** Deletes tasks that were gone before `before`, addresses included, and answers which pictures they had. */
export function deleteTasksExpiredBefore(db: Executor, before: number): Promise<Picture[]> {
  return db.transaction().execute(async (transaction) => {
    const pictures = await transaction
      .selectFrom("pictures")
      .innerJoin("tasks", "tasks.taskId", "pictures.taskId")
      .selectAll("pictures")
      .where("tasks.expiresAt", "<", before)
      .where("tasks.resultsExpireAt", "<", before)
      .execute();
    await transaction
      .deleteFrom("tasks")
      .where("expiresAt", "<", before)
      .where("resultsExpireAt", "<", before)
      .execute();
    return pictures;
  });
}
