/**
 * An XMP packet (ISO 16684-1) with plain properties: what exiftool, ImageMagick and picture editors show. Names are with the prefix `xmp` or
 * `backlot`.
 */
export function xmpPacket(properties: Readonly<Record<`${"xmp" | "backlot"}:${string}`, string>>): Uint8Array {
  const lines = Object.entries(properties).map(([name, value]) => `   <${name}>${escaped(value)}</${name}>`);
  const packet = `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:backlot="urn:backlot:xmp:1:">
${lines.join("\n")}
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
  return new TextEncoder().encode(packet);
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
/** What XML 1.0 cannot say at all, not even escaped. */
const UNSAYABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

function escaped(value: string): string {
  return value.replace(UNSAYABLE, "\ufffd").replace(/[&<>]/g, (character) => ENTITIES[character] ?? "");
}
