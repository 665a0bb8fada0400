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
    /** Both null until it ends, like `endedAt`. */
    expiresAt: number | null;
    resultsExpireAt: number | null;
  };
  pictures: {
    taskId: string;
    position: number;
    path: string;
    md5: string;
    sizeBytes: number;
    textPath: string | null;
    textLayers: string | null;
  };
  failures: { taskId: string; position: number; code: string; message: string };
  uploads: { objectKey: string; owner: string; sizeBytes: number; uploadedAt: number; expiresAt: number };
  ledger: { seq: Generated<number>; at: number; entry: string };
}

/** The database, or the transaction that the caller has begun; inside one, never pass the database. */
export type Executor = Kysely<SandboxSchema>;
