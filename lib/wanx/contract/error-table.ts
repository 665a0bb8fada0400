/**
 * Where a code is met: refusing a call (`submit`, `task` = query, list and cancel, `upload`), inside a task that FAILED (`failed`), or in the
 * place of one picture of a task that succeeded otherwise (`picture`).
 */
export type ErrorPlace = "submit" | "task" | "upload" | "failed" | "picture";

export interface ErrorEntry {
  /** HTTP status of a refusal; null where the code is only met in the body of a FAILED task. */
  readonly status: number | null;
  readonly places: readonly ErrorPlace[];
  /** Typical text, the service's own spelling; the words vary from case to case. */
  readonly message: string;
  /** Whether the same call may be made again once some time has passed. */
  readonly again: boolean;
}

const everywhere = ["submit", "task", "upload"] as const satisfies ErrorPlace[];
const submit = ["submit"] as const satisfies ErrorPlace[];
const failed = ["failed"] as const satisfies ErrorPlace[];
const submitOrFailed = ["submit", "failed"] as const satisfies ErrorPlace[];

/** Codes of the service. Sources: the model's API reference, the general list of error codes, recorded answers. */
export const ERROR_TABLE = {
  InvalidApiKey: { status: 401, places: everywhere, message: "Invalid API-key provided.", again: false },
  "NOT AUTHORIZED": {
    status: 401,
    places: everywhere,
    message: "Access denied: Either you are not authorized to access this workspace, or the workspace does not exist.",
    again: false,
  },
  AccessDenied: {
    status: 403,
    places: everywhere,
    message: "current user api does not support synchronous calls.",
    again: false,
  },
  "AccessDenied.Unpurchased": {
    status: 403,
    places: submit,
    message: "Access to model denied. Please make sure you are eligible for using the model.",
    again: false,
  },
  "Model.AccessDenied": { status: 403, places: submit, message: "Model access denied.", again: false },
  "Workspace.AccessDenied": { status: 403, places: submit, message: "Workspace access denied.", again: false },
  "Endpoint.AccessDenied": { status: 403, places: submit, message: "Workspace endpoint access denied.", again: false },
  "AllocationQuota.FreeTierOnly": {
    status: 403,
    places: submit,
    message: "The free tier of the model has been exhausted.",
    again: false,
  },
  Arrearage: {
    status: 400,
    places: submit,
    message: "Access denied, please make sure your account is in good standing.",
    again: false,
  },
  InvalidParameter: {
    status: 400,
    places: submitOrFailed,
    message: "Required body invalid, please check the request body format.",
    again: false,
  },
  ModelNotFound: { status: 404, places: submit, message: "Model can not be found.", again: false },
  WorkSpaceNotFound: { status: 404, places: everywhere, message: "WorkSpace can not be found.", again: false },
  NotFound: { status: 404, places: everywhere, message: "Not found!", again: false },
  "BadRequest.EmptyInput": {
    status: 400,
    places: submit,
    message: "Required input parameter missing from request.",
    again: false,
  },
  "BadRequest.EmptyParameters": {
    status: 400,
    places: submit,
    message: 'Required parameter "parameters" missing from request.',
    again: false,
  },
  "BadRequest.EmptyModel": {
    status: 400,
    places: submit,
    message: 'Required parameter "model" missing from request.',
    again: false,
  },
  "BadRequest.IllegalInput": {
    status: 400,
    places: submit,
    message: "The input parameter requires json format.",
    again: false,
  },
  "InvalidParameter.DataInspection": {
    status: 400,
    places: submit,
    message: "Download the media resource timed out during the data inspection process.",
    again: true,
  },
  DataInspectionFailed: {
    status: 400,
    places: ["submit", "failed", "picture"],
    message: "Input or output data may contain inappropriate content.",
    again: false,
  },
  IPInfringementSuspect: {
    status: 400,
    places: submit,
    message: "Input data is suspected of being involved in IP infringement.",
    again: false,
  },
  InvalidURL: {
    status: 400,
    places: submitOrFailed,
    message: "The request URL is invalid, please check the request URL is available and the request image format.",
    again: false,
  },
  "InvalidURL.ConnectionRefused": {
    status: 400,
    places: submitOrFailed,
    message: "Connection to the request URL refused, please provide an available URL.",
    again: false,
  },
  "InvalidURL.Timeout": {
    status: 400,
    places: submitOrFailed,
    message: "Download of the request URL timed out, please check network connection.",
    again: true,
  },
  "BadRequest.InputDownloadFailed": {
    status: 400,
    places: failed,
    message: "Reference image download failed, please check image url.",
    again: false,
  },
  "InvalidParameter.FileDownload": {
    status: null,
    places: failed,
    message: "download for input_image error",
    again: false,
  },
  "BadRequest.UnsupportedFileFormat": {
    status: 400,
    places: failed,
    message: "Base image require RGBA format.",
    again: false,
  },
  "BadRequest.TooLarge": { status: 413, places: everywhere, message: "Payload Too Large", again: false },
  RequestTimeOut: {
    status: 500,
    places: submit,
    message: "Request timed out, please try again later.",
    again: true,
  },
  Throttling: { status: 429, places: everywhere, message: "Requests throttling triggered.", again: true },
  "Throttling.RateQuota": {
    status: 429,
    places: everywhere,
    message: "Requests rate limit exceeded, please try again later.",
    again: true,
  },
  LimitRequests: {
    status: 429,
    places: everywhere,
    message: "Requests rate limit exceeded, please try again later.",
    again: true,
  },
  "Throttling.BurstRate": {
    status: 429,
    places: submit,
    message: "Request rate increased too quickly.",
    again: true,
  },
  // Worded like an exhausted quota, yet it clears within a minute.
  "Throttling.AllocationQuota": { status: 429, places: submit, message: "Allocated quota exceeded.", again: true },
  CommodityNotPurchased: { status: 429, places: submit, message: "Commodity has not purchased yet.", again: false },
  PrepaidBillOverdue: { status: 429, places: submit, message: "The prepaid bill is overdue.", again: false },
  PostpaidBillOverdue: { status: 429, places: submit, message: "The postpaid bill is overdue.", again: false },
  UnsupportedOperation: {
    status: 400,
    places: ["task"],
    message: "Failed to cancel the task, please confirm if the task is in PENDING status.",
    again: false,
  },
  InternalError: {
    status: 500,
    places: ["submit", "task", "upload", "failed"],
    message: "An internal error has occured, please try again later or contact service support.",
    again: true,
  },
  "InternalError.Algo": { status: 500, places: failed, message: "inference internal error.", again: true },
  "InternalError.FileUpload": { status: 500, places: failed, message: "oss upload error.", again: true },
  "InternalError.Upload": { status: 500, places: failed, message: "Failed to upload result.", again: true },
  "InternalError.Timeout": {
    status: 500,
    places: failed,
    message: "An internal timeout error has occured during execution.",
    again: true,
  },
  SystemError: { status: 500, places: everywhere, message: "System error, please try again later.", again: true },
  ModelServiceFailed: { status: 500, places: everywhere, message: "Failed to request model service.", again: true },
  ModelServingError: {
    status: 503,
    places: everywhere,
    message: "Too many requests. Your requests are being throttled due to system capacity limits.",
    again: true,
  },
  ModelUnavailable: {
    status: 503,
    places: everywhere,
    message: "Model is unavailable, please try again later.",
    again: true,
  },
} as const satisfies Record<string, ErrorEntry>;

export type WanxCode = keyof typeof ERROR_TABLE;

export function isWanxCode(code: string): code is WanxCode {
  return Object.hasOwn(ERROR_TABLE, code);
}

/** The table's row for a code that upstream sent, or undefined for one it does not name. */
export function errorEntry(code: string): ErrorEntry | undefined {
  return isWanxCode(code) ? ERROR_TABLE[code] : undefined;
}

/** The answer to `wanx-background-generation-v3` and every other model name. Carried by `InvalidParameter`. */
export const MODEL_NOT_EXIST = "Model not exist.";

/** Text of `BadRequest.UnsupportedFileFormat`; `mode` in the imaging library's letters: RGB, P, L, LA. */
export function wrongModeMessage(what: string, mode: string): string {
  return `${what} require RGBA format, but is ${mode}, modes concept see https://pillow.readthedocs.io/en/stable/handbook/concepts.html#concept-modes`;
}
