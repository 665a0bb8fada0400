import type { ScenePart } from "./example-scenes.ts";

const ROLE_FILL = { foreground: "bg-foreground-bright", background: "bg-background-bright" } as const;

/** A scene as it stands on the artboard: the product, and each element as its lines in the colour of its role. */
export function ScenePreview({ parts }: { parts: readonly ScenePart[] }) {
  return (
    <div aria-hidden className="absolute inset-0 overflow-hidden">
      {parts.map(({ file, role, x, y, width, flip }) => {
        const place = {
          left: `${x * 100}%`,
          top: `${y * 100}%`,
          width: `${width * 100}%`,
          transform: `translate(-50%, -50%)${flip ? " scaleX(-1)" : ""}`,
        };
        const address = `/examples/${file}`;
        if (role === "subject") {
          return <img key={file} src={address} alt="" style={place} className="absolute" />;
        }
        return (
          <div key={file} style={place} className="absolute">
            <img src={address} alt="" className="block w-full opacity-0" />
            <div
              className={`absolute inset-0 ${ROLE_FILL[role]}`}
              style={{ mask: `url(${address}) center / 100% 100% no-repeat luminance` }}
            />
          </div>
        );
      })}
    </div>
  );
}
