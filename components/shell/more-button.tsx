"use client";

import type { MouseEvent } from "react";
import { useTranslations } from "use-intl";
import { Button, type ControlSize } from "#components/ui/button.tsx";

/** What comes after the part of a list that is shown. */
export interface More {
  isLoading: boolean;
  /** The last try brought nothing; another one may. */
  hasFailed: boolean;
  load(): void;
}

export interface MoreButtonProps {
  more: More;
  label: string;
  size?: ControlSize;
  className?: string;
  /** Before it loads. */
  onPress(event: MouseEvent): void;
}

/** The end of a list that is longer than what is shown. */
export function MoreButton({ more, label, onPress, ...props }: MoreButtonProps) {
  const t = useTranslations("shell");
  return (
    <Button
      {...props}
      busy={more.isLoading}
      onClick={(event) => {
        onPress(event);
        more.load();
      }}
    >
      {more.hasFailed && !more.isLoading ? t("retry") : label}
    </Button>
  );
}
