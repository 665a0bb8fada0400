import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StudioPage } from "#components/studio/studio-page.tsx";
import { BacklotError } from "#lib/base/errors.ts";
import { getContainer } from "../../door.ts";

interface PageProps {
  params: Promise<{ projectId: string }>;
}

/** Undefined for a project that is there but cannot be opened: the studio says why. */
async function findName(projectId: string): Promise<string | undefined> {
  try {
    return (await getContainer().projects.get(projectId)).name;
  } catch (error) {
    if (!BacklotError.is(error)) throw error;
    if (error.code === "project/not-found") notFound();
    return undefined;
  }
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: await findName((await params).projectId) };
}

/**
 * The document itself is fetched by the browser: a page that the back button brings out of the router's cache would
 * otherwise start from an old revision.
 */
export default async function Page({ params }: PageProps) {
  const { projectId } = await params;
  await findName(projectId);
  return <StudioPage projectId={projectId} />;
}
