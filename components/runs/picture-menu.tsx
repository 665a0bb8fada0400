"use client";

import { Braces, Download } from "lucide-react";
import type { ReactElement } from "react";
import { useTranslations } from "use-intl";
import { Menu, MenuGroup, MenuItem, MenuSeparator } from "#components/ui/menu.tsx";
import type { PictureFormat } from "#lib/api/recipe-view.ts";
import { pictureFileUrl } from "#lib/client/recipes.ts";

const FORMATS: readonly PictureFormat[] = ["png", "webp", "jpeg"];

export interface PictureMenuProps {
  pictureId: string;
  trigger: ReactElement<Record<string, unknown>>;
  side?: "top" | "bottom";
  onShowRecipe?(): void;
}

/** A finished picture to take along, its scene inside the file, and the request that it came from. */
export function PictureMenu({ pictureId, trigger, side = "top", onShowRecipe }: PictureMenuProps) {
  const t = useTranslations("recipe.download");
  return (
    <Menu side={side} align="end" trigger={trigger}>
      <MenuGroup label={t("title")}>
        {FORMATS.map((format) => (
          <MenuItem
            key={format}
            icon={<Download aria-hidden />}
            onSelect={() => startDownload(pictureFileUrl(pictureId, format))}
          >
            {t(format)}
          </MenuItem>
        ))}
      </MenuGroup>
      {onShowRecipe ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<Braces aria-hidden />} onSelect={onShowRecipe}>
            {t("recipe")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}

/** As a link would, but a link cannot stand in a menu that is worked by keys. The answer names the file. */
function startDownload(address: string): void {
  const link = document.createElement("a");
  link.href = address;
  link.download = "";
  link.click();
}
