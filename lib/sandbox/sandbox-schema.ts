import type { Generated, Kysely } from "kysely";

export type StoredStatus = "PENDING" | "RUNNING" | "SUCCEEDED" | "FAILED" | "CANCELED";

/** The tables of `migrations/`, column names in camel case. */
export interface SandboxSchema {
  secrets: { name: string; value: string };
  tasks: {
    seq: Generated<number>;
    taskId: string;
    requestId: string;
    account: string;
    model: string;
    request: string;
    total: number;
    status: StoredStatus;
    submittedAt: number;
    scheduledAt: number | null;
    endedAt: number | null;
    code: string | null;
    message: string | null;
  };
  pictures: { taskId: string; position: number; path: string; md5: string; sizeBytes: number };
  uploads: { objectKey: string; owner: string; sizeBytes: number; uploadedAt: number };
}

/** The database, or the transaction that the caller has begun; inside one, never pass the database. */
export type Executor = Kysely<SandboxSchema>;
