/** Error of the object storage that holds uploads and results: XML, not JSON, and codes of its own. */
export function storageError(status: number, code: string, message: string, requestId: string): Response {
  const fields = { Code: code, Message: message, RequestId: requestId };
  const xml = Object.entries(fields).map(([name, value]) => `  <${name}>${escapeXml(value)}</${name}>\n`);
  return new Response(`<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n${xml.join("")}</Error>\n`, {
    status,
    headers: { "content-type": "application/xml" },
  });
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
