import type { Generated, Kysely } from "kysely";

/** Where a repository works: the database, or the transaction that the caller has begun. Inside one, never pass the database. */
export type Executor = Kysely<StudioSchema>;

/**
 * The studio's tables (`migrations/`), column names in camel case. JSON columns are text here and `unknown` in the rows
 * that repositories give out; times are epoch ms.
 */
export interface StudioSchema {
  projects: {
    id: string;
    name: string;
    revision: number;
    document: string;
    subjectAssetId: string | null;
    createdAt: number;
    updatedAt: number;
  };
  assets: {
    id: string;
    mediaType: string;
    width: number;
    height: number;
    sizeBytes: number;
    facts: string;
    createdAt: number;
  };
  runs: RunRow & { document: string | null };
  generations: {
    id: string;
    runId: string;
    projectId: string;
    position: number;
    version: string;
    n: number;
    width: number;
    height: number;
    state: string;
    recipe: string;
    plan: string;
    layers: string | null;
    progressTotal: number;
    progressSucceeded: number;
    progressFailed: number;
    priceFen: number;
    reservedFen: number;
    chargedFen: number;
    attempts: number;
    taskId: string | null;
    requestId: string | null;
    results: string | null;
    imageCount: number | null;
    taskMs: number | null;
    failure: string | null;
    createdAt: number;
    startedAt: number | null;
    endedAt: number | null;
  };
  intents: IntentRow;
  pictures: PictureRow;
  events: { seq: Generated<number>; type: string; at: number; generationId: string; generation: string };
  uploads: UploadRow;
  idempotencyKeys: { scope: string; key: string; bodySha256: string; answer: string; createdAt: number };
  ledger: LedgerRow;
}

export type RunRow = { id: string; projectId: string; revision: number; createdAt: number };

export type IntentState = "open" | "accepted" | "rejected" | "not_sent" | "ambiguous" | "resolved";
export type IntentRow = {
  id: string;
  generationId: string;
  attempt: number;
  payloadSha256: string;
  sentAt: number;
  deadlineMs: number;
  state: IntentState;
  closedAt: number | null;
};

export type PictureRow = {
  id: string;
  generationId: string;
  idx: number;
  assetId: string;
  width: number;
  height: number;
  createdAt: number;
};

export type UploadRow = { assetId: string; scope: string; url: string; expiresAt: number };

export type LedgerKind = "reserve" | "release" | "charge";
export type LedgerRow = { id: string; generationId: string; kind: LedgerKind; fen: number; at: number };
