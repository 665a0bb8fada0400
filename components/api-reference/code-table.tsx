import { CATALOGUE, type CatalogueEntry } from "#lib/api/catalogue.ts";
import type { ApiMessages } from "#lib/i18n/api-messages.ts";
import { explainPattern } from "#lib/i18n/explain.ts";
import type { Locale } from "#lib/i18n/locale.ts";

export interface CodeTableProps {
  kind: CatalogueEntry["kind"];
  texts: ApiMessages["reference"];
  locale: Locale;
}

/** The codes of one kind: where each is met, what it means, and what to do. */
export function CodeTable({ kind, texts, locale }: CodeTableProps) {
  return (
    <table className="w-full border-collapse text-left">
      <thead className="text-muted text-xs">
        <tr>
          <th className="py-1 pr-4 font-medium">{texts.code}</th>
          <th className="py-1 pr-4 font-medium">{kind === "finding" ? texts.severity : texts.where}</th>
          <th className="py-1 font-medium">{texts.meaning}</th>
        </tr>
      </thead>
      <tbody>
        {CATALOGUE.filter((entry) => entry.kind === kind).map(({ code, places, status, severity }) => {
          const { meaning, remedy } = explainPattern(locale, code);
          const where = places.map((place) => texts.places[place]).join(", ");
          return (
            <tr key={code} id={code} className="scroll-mt-16 border-hairline border-t align-top target:bg-surface-4">
              <td className="wrap-anywhere w-56 py-1.5 pr-4 font-mono text-xs">{code}</td>
              <td className="w-32 py-1.5 pr-4">
                {kind === "finding" ? texts.severities[severity] : [status, where].filter(Boolean).join(" · ")}
              </td>
              <td className="text-pretty py-1.5">
                {meaning} <span className="text-muted">{remedy}</span>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
