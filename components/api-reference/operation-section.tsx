import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { CopyButton } from "#components/shell/copy-button.tsx";
import type { JsonSchema, OpenApiContent } from "#lib/api/open-api.ts";
import type { ErrorCode } from "#lib/base/error-codes.ts";
import type { ApiMessages } from "#lib/i18n/api-messages.ts";
import { errorPattern } from "#lib/i18n/error-text.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import { type AddressedOperation, curlLine } from "./curl-line.ts";
import { FieldList } from "./field-list.tsx";
import { MethodBadge } from "./method-badge.tsx";
import { TypeNotation } from "./type-notation.tsx";

export interface OperationSectionProps {
  addressed: AddressedOperation;
  schemas: Readonly<Record<string, JsonSchema>>;
  /** Where the studio is, for command lines. */
  origin: string;
  texts: ApiMessages["reference"];
  locale: Locale;
}

/** One operation: what it takes, what it answers, what can go wrong, and a line to try it. */
export function OperationSection({ addressed, schemas, origin, texts, locale }: OperationSectionProps) {
  const { method, path, operation } = addressed;
  const { operationId, summary, description, parameters = [], requestBody } = operation;
  const [good, ...errors] = Object.entries(operation.responses);
  const [goodStatus, answer] = good ?? [];
  const headers = Object.entries(answer?.headers ?? {});
  const command = curlLine(addressed, origin, schemas);
  return (
    <section aria-labelledby={operationId} className="flex flex-col gap-3 border-hairline border-t py-5">
      <div className="flex flex-col gap-1.5">
        <h3 id={operationId} className="scroll-mt-16 font-semibold text-base">
          {summary}
        </h3>
        <p className="flex items-center gap-2">
          <MethodBadge method={method} />
          <code className="min-w-0 break-words font-mono text-sm">{path}</code>
        </p>
        <p className="text-pretty">{description}</p>
      </div>

      {parameters.length > 0 ? (
        <Part title={texts.parameters}>
          <ul className="flex flex-col divide-y divide-hairline">
            {parameters.map((parameter) => (
              <li key={parameter.name} className="py-1.5">
                <div className="flex flex-wrap items-baseline gap-x-2">
                  <code className="font-medium font-mono">{parameter.name}</code>
                  <TypeNotation schema={parameter.schema} />
                  <span className="text-muted">
                    {texts.in[parameter.in]}
                    {parameter.required ? ` · ${texts.required}` : null}
                  </span>
                </div>
                <p className="text-pretty text-muted">{parameter.description}</p>
              </li>
            ))}
          </ul>
        </Part>
      ) : null}

      {requestBody ? (
        <Part title={texts.body}>
          <Content content={requestBody.content} note={requestBody.description} schemas={schemas} texts={texts} />
        </Part>
      ) : null}

      <Part title={`${texts.answer} ${goodStatus}`}>
        {answer?.content ? (
          <Content content={answer.content} schemas={schemas} texts={texts} />
        ) : (
          <p className="text-muted">{texts.noBody}</p>
        )}
        {headers.map(([name, header]) => (
          <p key={name} className="mt-1 text-muted">
            <code className="font-mono text-ink">{name}</code> {header.description}
          </p>
        ))}
      </Part>

      <details className="group rounded-md ring-1 ring-hairline">
        <summary className="focus-ring flex flex-wrap items-center gap-x-2 rounded-md px-2 py-1.5">
          <ChevronRight aria-hidden className="size-3.5 text-muted transition-transform group-open:rotate-90" />
          <span className="font-medium">{texts.errors}</span>
          <span className="text-muted">{errors.map(([status]) => status).join(" ")}</span>
        </summary>
        <ul className="flex flex-col divide-y divide-hairline border-hairline border-t px-3">
          {errors.flatMap(([status, { content }]) =>
            (Object.keys(content?.["application/problem+json"]?.examples ?? {}) as ErrorCode[]).map((code) => (
              <li key={code} className="flex flex-col py-1.5">
                <span className="flex items-baseline gap-2">
                  <span className="text-muted">{status}</span>
                  <a href={`#${code}`} className="focus-ring rounded-sm font-mono text-accent-text hover:underline">
                    {code}
                  </a>
                </span>
                <span className="text-pretty text-muted">{errorPattern(locale, code)}</span>
              </li>
            )),
          )}
        </ul>
      </details>

      <Part title={texts.tryIt}>
        <div className="flex items-start gap-2 rounded-md bg-surface-3 py-1 pr-1 pl-3">
          <pre className="min-w-0 flex-1 whitespace-pre-wrap break-all py-1 font-mono text-xs">{command}</pre>
          <CopyButton text={command} />
        </div>
      </Part>
    </section>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-0.5">
      <h4 className="font-medium text-muted text-xs">{title}</h4>
      {children}
    </div>
  );
}

interface ContentProps {
  content: OpenApiContent;
  note?: string;
  schemas: Readonly<Record<string, JsonSchema>>;
  texts: ApiMessages["reference"];
}

/** A body: its types, and of JSON the shape with its fields and an example. */
function Content({ content, note, schemas, texts }: ContentProps) {
  const types = Object.keys(content).join(", ");
  const schema = Object.values(content)[0]?.schema;
  const shape = schema?.contentSchema ?? schema;
  const named = schemas[(shape?.items ?? shape)?.$ref?.split("/").at(-1) ?? ""];
  const example = named?.examples?.[0];
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-2">
        <code className="font-mono">{types}</code>
        {shape ? <TypeNotation schema={shape} /> : <span className="text-muted">{texts.file}</span>}
        {note ? <span className="text-muted">{note}</span> : null}
      </p>
      {named ? <FieldList schema={named} /> : null}
      {example === undefined ? null : (
        <details>
          <summary className="focus-ring w-fit rounded-sm text-muted">{texts.example}</summary>
          <pre className="mt-1 whitespace-pre-wrap break-words rounded-md bg-surface-3 p-3 font-mono text-xs">
            {JSON.stringify(example, null, 2)}
          </pre>
        </details>
      )}
    </>
  );
}
