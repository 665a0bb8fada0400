/**
 * Every error a user can meet, by code, with the HTTP status the studio's own API answers.
 * The words are in `lib/i18n` under the same code, in every language (a test compares the two lists).
 */
export const ERROR_STATUS = {
  "request/malformed-json": 400,
  "request/invalid": 400,
  "request/too-large": 413,
  "request/not-found": 404,
  "request/method-not-allowed": 405,
  "request/foreign-origin": 403,
  "request/foreign-host": 421,
  "request/unsupported-media-type": 415,
  "request/idempotency-mismatch": 422,
  "upload/empty": 400,
  "upload/too-large": 413,
  "upload/incomplete": 400,
  "upload/not-an-image": 415,
  "upload/unsupported-type": 415,
  "upload/type-mismatch": 415,
  "upload/unreadable": 422,
  "upload/too-many-pixels": 422,
  "upload/no-alpha": 422,
  "upload/fully-transparent": 422,
  "upload/fully-opaque": 422,
  "project/not-found": 404,
  "project/stale-revision": 409,
  "document/invalid": 400,
  "document/too-new": 422,
  "document/not-ready": 422,
  "asset/not-found": 404,
  "run/not-found": 404,
  "run/not-cancelable": 409,
  "generation/not-found": 404,
  "picture/not-found": 404,
  "upstream/rejected": 502,
  "upstream/unreachable": 503,
  "upstream/failed": 502,
  "storage/full": 507,
  internal: 500,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof ERROR_STATUS;
