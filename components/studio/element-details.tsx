"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "#components/shell/use-error-text.ts";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Slider } from "#components/ui/slider.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { Element } from "#lib/composition/document.ts";
import { replaceElementPicture, setElementName, setElementPrompt } from "#lib/composition/elements.ts";
import { LIMITS } from "#lib/wanx/contract/limits.ts";
import { remakeEdge } from "./finding-actions.ts";
import { CutTail, PromptMeter } from "./prompt-meter.tsx";
import { useStudio } from "./studio-context.tsx";
import { DEFAULT_EDGE_DETAIL } from "./uploads.ts";
import { useUnknownWords } from "./use-unknown-words.ts";

/** What only an element has: its name, its prompt, and the edge it was made into. */
export function ElementDetails({ element }: { element: Element }) {
  const t = useTranslations("studio");
  const { editor } = useStudio();
  const { id, prompt, name } = element;
  const unknownWords = useUnknownWords(prompt, "element");
  return (
    <>
      <Field label={t("inspector.name")}>
        <Input
          value={name}
          maxLength={200}
          onValueChange={(value) =>
            editor.edit("rename-element", (document) => setElementName(document, id, value), { coalesce: `name ${id}` })
          }
        />
      </Field>
      <Field
        label={t("inspector.prompt")}
        help={t("inspector.promptHelp")}
        parameter="foreground_edge_prompt / background_edge_prompt"
        hint={unknownWords}
        aside={<PromptMeter text={prompt} />}
      >
        <TextArea
          rows={2}
          value={prompt}
          maxLength={LIMITS.storedPromptChars}
          placeholder={t("layers.promptPlaceholder")}
          onValueChange={(value) =>
            editor.edit("type-prompt", (document) => setElementPrompt(document, id, value), {
              coalesce: `prompt ${id}`,
            })
          }
        />
      </Field>
      <CutTail text={prompt} />
      <EdgeFields element={element} />
    </>
  );
}

function EdgeFields({ element }: { element: Element }) {
  const t = useTranslations("studio.inspector");
  const errorText = useErrorText();
  const session = useStudio();
  const [detail, setDetail] = useState(DEFAULT_EDGE_DETAIL);
  const [isBusy, setIsBusy] = useState(false);
  const { id, original } = element;

  const remake = async () => {
    setIsBusy(true);
    try {
      await remakeEdge(session, id, detail);
    } catch (error) {
      showToast({ title: t("remake"), description: errorText(error).text, tone: "danger" });
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <div className="flex flex-col gap-2">
      <Field
        label={t("detail")}
        help={t("detailHelp")}
        hint={original ? t("original", { name: original.name }) : t("asIs")}
      >
        <Slider
          label={t("detail")}
          min={0}
          max={1}
          step={0.05}
          value={detail}
          onValueChange={setDetail}
          startLabel={t("outline")}
          endLabel={t("texture")}
        />
      </Field>
      <div className="flex flex-wrap gap-1.5">
        <Button busy={isBusy} onClick={() => void remake()}>
          {original ? t("remake") : t("makeEdge")}
        </Button>
        {original ? (
          <Button
            onClick={() =>
              session.editor.edit("remake-edge", (document) => replaceElementPicture(document, id, original, null))
            }
          >
            {t("useOriginal")}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
