"use client";

import { Ellipsis, Image as ImageIcon, Trash2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { RelativeTime } from "#components/shell/relative-time.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import type { ProjectSummary } from "#lib/api/project-view.ts";
import { assetUrl } from "#lib/client/assets.ts";

export interface ProjectCardProps {
  project: ProjectSummary;
  onDelete(): void;
}

export function ProjectCard({ project, onDelete }: ProjectCardProps) {
  const t = useTranslations("projects");
  return (
    <li data-slot="project-card" className="group relative flex flex-col gap-2">
      <div className="relative aspect-square overflow-hidden rounded-md bg-surround ring-1 ring-hairline transition-shadow group-focus-within:ring-2 group-focus-within:ring-focus group-hover:ring-control-edge">
        {project.cover ? (
          <img
            src={assetUrl(project.cover, { longSide: 512 })}
            alt=""
            loading="lazy"
            decoding="async"
            className="absolute inset-0 size-full object-contain"
          />
        ) : (
          <div className="absolute inset-0 grid place-content-center justify-items-center gap-1.5 text-muted">
            <ImageIcon aria-hidden className="size-6" />
          </div>
        )}
      </div>
      <div className="flex items-start gap-1 pl-0.5">
        <div className="min-w-0 flex-1">
          <h2 className="truncate font-medium text-sm" title={project.name}>
            {/* The link's box is the whole card, so that all of it can be clicked and only the name is read. */}
            <Link href={`/projects/${project.id}`} className="outline-hidden before:absolute before:inset-0">
              {project.name}
            </Link>
          </h2>
          <p className="truncate text-muted text-xs">
            <RelativeTime at={project.updatedAt} />
          </p>
        </div>
        <Menu
          align="end"
          trigger={
            <IconButton label={t("more", { name: project.name })} className="relative -mr-1">
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<Trash2 aria-hidden />} danger onSelect={onDelete}>
            {t("remove")}
          </MenuItem>
        </Menu>
      </div>
    </li>
  );
}
