/** Paths below the base address (`…/api/v1`). Every one is served with and without a slash at its end. */
export const ENDPOINTS = {
  submit: "/services/aigc/background-generation/generation/",
  tasks: "/tasks",
  uploads: "/uploads",
  tokens: "/tokens",
} as const;

/** The service's own address for mainland China (Beijing), the only region that has the model. */
export const BEIJING_BASE_URL = "https://dashscope.aliyuncs.com/api/v1";

/** Header names as the official SDKs spell them; HTTP ignores their case. */
export const HEADERS = {
  /** `enable`, or 403 "current user api does not support synchronous calls". */
  async: "X-DashScope-Async",
  workspace: "X-DashScope-WorkSpace",
  /** `enable` when any input address is `oss://…`. */
  resolveOss: "X-DashScope-OssResourceResolve",
} as const;

/** How the task list names what was called: `apikey:version:group:task:function:model`. */
export const API_UNIQUE_KEY = "apikey:v1:aigc:background-generation:generation:wanx-background-generation-v2";
