"use client";

import { useTranslations } from "use-intl";
import { Field } from "#components/ui/field.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { CutTail, PromptMeter } from "./prompt-meter.tsx";
import { useEditor, useStudio } from "./studio-context.tsx";
import { useUnknownWords } from "./use-unknown-words.ts";

type PromptName = "prompt" | "negativePrompt";

const FIELDS = {
  prompt: {
    label: "prompt",
    help: "promptHelp",
    placeholder: "promptPlaceholder",
    parameter: "ref_prompt",
    role: "picture",
    edit: "type-prompt",
    rows: 3,
  },
  negativePrompt: {
    label: "negativePrompt",
    help: "negativeHelp",
    placeholder: "negativePlaceholder",
    parameter: "neg_ref_prompt",
    role: "negative",
    edit: "type-negative-prompt",
    rows: 1,
  },
} as const;

export function PromptField({ name }: { name: PromptName }) {
  const t = useTranslations("studio.guide");
  const { editor } = useStudio();
  const text = useEditor((state) => state.document.guide[name]);
  const field = FIELDS[name];
  const unknownWords = useUnknownWords(text, field.role);
  return (
    <div className="flex flex-col gap-1">
      <Field
        label={t(field.label)}
        help={t(field.help)}
        parameter={field.parameter}
        hint={unknownWords}
        aside={name === "prompt" || text !== "" ? <PromptMeter text={text} /> : null}
      >
        <TextArea
          data-field={name}
          rows={field.rows}
          value={text}
          maxLength={LIMITS.storedPromptChars}
          placeholder={t(field.placeholder)}
          onValueChange={(value) =>
            editor.edit(field.edit, (document) => ({ ...document, guide: { ...document.guide, [name]: value } }), {
              coalesce: `guide ${name}`,
            })
          }
        />
      </Field>
      <CutTail text={text} />
    </div>
  );
}
