/** Below it stands the object storage that holds uploads and results: no key, errors as XML, codes of its own. */
export const STORAGE_PATH = "/api/v1/sandbox/";

export function storageError(status: number, code: string, message: string, requestId: string): Response {
  return xmlAnswer(status, "Error", { Code: code, Message: message, RequestId: requestId });
}

export function methodNotAllowed(requestId: string): Response {
  const message = "The specified method is not allowed against this resource.";
  return storageError(405, "MethodNotAllowed", message, requestId);
}

export function xmlAnswer(status: number, root: string, fields: Record<string, string>): Response {
  const lines = Object.entries(fields).map(([name, value]) => `  <${name}>${escapeXml(value)}</${name}>\n`);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${lines.join("")}</${root}>\n`, {
    status,
    headers: { "content-type": "application/xml" },
  });
}

/** The headers that every answer of the storage has. */
export function stampStorage(headers: Headers, requestId: string, costMs: number): void {
  headers.set("server", "AliyunOSS");
  headers.set("x-oss-request-id", requestId);
  headers.set("x-oss-server-time", String(costMs));
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
