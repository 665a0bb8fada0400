import type { ReactNode } from "react";
import { PageHeader } from "#components/shell/page-header.tsx";
import type { OpenApiDocument } from "#lib/api/open-api.ts";
import { API_MESSAGES } from "#lib/i18n/api-messages.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import { CodeTable } from "./code-table.tsx";
import type { AddressedOperation } from "./curl-line.ts";
import { FieldList } from "./field-list.tsx";
import { OperationSection } from "./operation-section.tsx";
import { TypeNotation } from "./type-notation.tsx";

export interface ApiReferencePageProps {
  description: OpenApiDocument;
  /** Where the reader found the studio. */
  origin: string;
  locale: Locale;
}

/** The OpenAPI description as a page to read, in the reader's language; written on the server, without a library of its own. */
export function ApiReferencePage({ description, origin, locale }: ApiReferencePageProps) {
  const texts = API_MESSAGES[locale];
  const { schemas } = description.components;
  const groups = groupsOf(description);
  return (
    <>
      <PageHeader />
      <div className="mx-auto flex max-w-5xl gap-10 px-4 pt-6 pb-24 sm:px-6">
        <nav
          aria-label={texts.contents}
          className="sticky top-17 hidden h-fit max-h-[calc(100dvh-5rem)] w-60 shrink-0 overflow-y-auto pb-4 text-xs lg:block"
        >
          <Contents title={texts.conventions.title} href="#conventions" />
          {groups.map(({ name, title, operations }) => (
            <Contents key={name} title={title} href={`#${name}`}>
              {operations.map(({ method, operation }) => (
                <li key={operation.operationId}>
                  <a href={`#${operation.operationId}`} className={CONTENTS_LINK}>
                    <span className="w-9 shrink-0 font-mono text-[10px] text-muted">{method}</span>
                    <span className="min-w-0">{operation.summary}</span>
                  </a>
                </li>
              ))}
            </Contents>
          ))}
          <Contents title={texts.reference.schemas} href="#schemas" />
          <Contents title={texts.reference.allErrors} href="#errors" />
          <Contents title={texts.reference.findings} href="#findings" />
          <Contents title={texts.reference.upstream} href="#upstream" />
        </nav>

        <main className="flex min-w-0 max-w-3xl flex-1 flex-col gap-10 text-sm">
          <section aria-labelledby="conventions" className="flex flex-col gap-3">
            <h1 className="font-semibold text-lg">{texts.title}</h1>
            <p className="text-pretty">{texts.intro}</p>
            <p>
              <a href="/api/openapi.json" className="focus-ring rounded-sm text-accent-text hover:underline">
                {texts.openApi} · /api/openapi.json
              </a>
            </p>
            <h2 id="conventions" className="mt-3 scroll-mt-16 font-semibold text-base">
              {texts.conventions.title}
            </h2>
            <p className="text-pretty">{texts.conventions.values}</p>
            <p className="text-pretty">{texts.conventions.errors}</p>
            <p className="text-pretty">{texts.conventions.idempotency}</p>
            <p className="text-pretty">{texts.conventions.paging}</p>
            <p className="text-pretty">{texts.wanx}</p>
          </section>

          {groups.map(({ name, title, text, operations }) => (
            <Group key={name} id={name} title={title} text={text}>
              {operations.map((addressed) => (
                <OperationSection
                  key={addressed.operation.operationId}
                  addressed={addressed}
                  schemas={schemas}
                  origin={origin}
                  texts={texts.reference}
                  locale={locale}
                />
              ))}
            </Group>
          ))}

          <Group id="schemas" title={texts.reference.schemas} text={texts.reference.schemasText}>
            {Object.entries(schemas).map(([name, schema]) => (
              <section key={name} aria-labelledby={name} className="border-hairline border-t py-4">
                <h3 id={name} className="scroll-mt-16 font-medium font-mono">
                  {name}
                </h3>
                <p className="text-pretty text-muted">{schema.description}</p>
                {schema.properties ? <FieldList schema={schema} /> : <TypeNotation schema={schema} />}
              </section>
            ))}
          </Group>

          <Group id="errors" title={texts.reference.allErrors} text={texts.reference.allErrorsText}>
            <CodeTable kind="studio" texts={texts.reference} locale={locale} />
          </Group>

          <Group id="findings" title={texts.reference.findings} text={texts.reference.findingsText}>
            <CodeTable kind="finding" texts={texts.reference} locale={locale} />
          </Group>

          <Group id="upstream" title={texts.reference.upstream} text={texts.reference.upstreamText}>
            <CodeTable kind="upstream" texts={texts.reference} locale={locale} />
          </Group>
        </main>
      </div>
    </>
  );
}

const CONTENTS_LINK = "focus-ring flex items-baseline gap-1.5 rounded-sm py-0.5 hover:text-accent-text";

function Contents({ title, href, children }: { title: string; href: string; children?: ReactNode }) {
  return (
    <div className="mb-2">
      <a href={href} className={`${CONTENTS_LINK} font-medium`}>
        {title}
      </a>
      {children ? <ul>{children}</ul> : null}
    </div>
  );
}

function Group({ id, title, text, children }: { id: string; title: string; text: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="scroll-mt-16 font-semibold text-lg">
        {title}
      </h2>
      <p className="mt-1 mb-4 text-pretty text-muted">{text}</p>
      {children}
    </section>
  );
}

/** The operations under their tags, both in the order of the description. */
function groupsOf({ tags, paths }: OpenApiDocument) {
  const all = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(
      ([method, operation]): AddressedOperation => ({ method: method.toUpperCase(), path, operation }),
    ),
  );
  return tags.map(({ name, description, ...tag }) => ({
    name,
    title: tag["x-displayName"],
    text: description,
    operations: all.filter(({ operation }) => operation.tags.includes(name)),
  }));
}
