"use client";

import { useTranslations } from "use-intl";
import { useStore } from "zustand";
import { rememberFacts } from "#components/studio/asset-facts.ts";
import { useStudio } from "#components/studio/studio-context.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { SceneDialog } from "./scene-dialog.tsx";
import { useNewProject } from "./use-new-project.ts";
import { usePlaceDocument } from "./use-restore.ts";

/** What came into a studio from outside: asked about, then put on the canvas, undoable, or into a project of its own. */
export function StudioIncoming() {
  const t = useTranslations("recipe");
  const { editor, facts, incoming, uploads } = useStudio();
  const { text, scene } = useStore(incoming);
  const newProject = useNewProject();
  const place = usePlaceDocument();
  return (
    <>
      {text === null ? null : (
        <PasteDialog
          key={text}
          text={text}
          open={editor.store.getState().document}
          remember={(asset) => rememberFacts(facts, asset)}
          isBusy={newProject.isPending || newProject.isSuccess}
          onReplace={(document) => {
            incoming.setState({ text: null });
            place("paste-recipe", document, { title: t("paste.replaced") });
          }}
          onNewProject={(document, name) => newProject.mutate({ document, name })}
          onClose={() => incoming.setState({ text: null })}
        />
      )}
      {scene ? (
        <SceneDialog
          scene={scene}
          onClose={() => incoming.setState({ scene: null })}
          restore={{
            label: t("scene.restore"),
            onRestore: (document) => {
              incoming.setState({ scene: null });
              place("restore-scene", document, { title: t("scene.restored", { name: scene.file.name }) });
            },
          }}
          onUseAsPicture={() => {
            incoming.setState({ scene: null, unplaced: scene.slot ? [] : [scene.file] });
            if (scene.slot) uploads.start(scene.file, scene.slot);
          }}
        />
      ) : null}
    </>
  );
}
