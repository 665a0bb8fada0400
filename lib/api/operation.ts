import type { z } from "zod";
import type { ErrorCode } from "#lib/base/error-codes.ts";

export type Method = "DELETE" | "GET" | "PATCH" | "POST" | "PUT";

/** Where an operation stands in the reference. */
export type OperationGroup = "projects" | "assets" | "runs" | "pictures" | "events" | "studio";

/** What is sent along: JSON, or a file's own bytes. */
export type OperationBody =
  | { kind: "json"; schema: z.ZodType }
  | { kind: "file"; mediaTypes: readonly string[]; limitMegabytes: number };

export type FileHeader = "Cache-Control" | "Content-Disposition";

/**
 * What is answered when all went well. `location` of a JSON answer is the address of what was made, with fields of the answer in braces;
 * `headers` of a file names those a reader should know of. `schema` of an event stream is that of one frame.
 */
export type OperationAnswer =
  | { kind: "json"; status: 200 | 201 | 202; schema: z.ZodType; location?: string }
  | { kind: "nothing"; status: 204 }
  | { kind: "file"; status: 200; mediaTypes: readonly string[]; headers?: readonly FileHeader[] }
  | { kind: "events"; status: 200; schema: z.ZodType };

/**
 * One operation of the studio's own API, declared once: its route reads and answers by it (`lib/server/answer.ts`), the OpenAPI
 * description and the reference page are made from it. Its words are in `lib/i18n` under its id.
 */
export interface Operation {
  /** The `operationId`. */
  id: string;
  group: OperationGroup;
  method: Method;
  /** From the root, with `{names}` for the variable parts. */
  path: `/api/${string}`;
  /** Values come as text: the schemas turn them into what they mean. */
  query?: z.ZodObject;
  /** Request headers that mean something here, by their names as they are written. */
  headers?: z.ZodObject;
  body?: OperationBody;
  answer: OperationAnswer;
  /** Its own errors; those that any operation of its kind may answer are added by `errorsOf`. */
  errors: readonly ErrorCode[];
  /** Takes an `Idempotency-Key`: the same request under the same key has one effect and one answer. Only with a JSON answer. */
  creates?: true;
}
