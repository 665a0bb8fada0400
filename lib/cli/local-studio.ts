import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { DEFAULT_PAGE_SIZE } from "#lib/api/page.ts";
import { studioEventSchema } from "#lib/api/studio-event.ts";
import type { WorkEnvironment } from "#lib/server/environment.ts";
import { createLog } from "#lib/server/log.ts";
import type { OpenStream } from "#lib/server/studio-events.ts";
import type { News, Studio } from "./studio.ts";

/** Nobody asks twice within one process. */
const forgetful = async () => {};

const ROOT = path.resolve(import.meta.dirname, "../..");

/**
 * A studio within this process, without pages or port. Its data directory is new, in the folder for temporary files, and gone when the
 * process ends, however it ends short of being killed.
 */
export async function openLocalStudio(environment: WorkEnvironment): Promise<Studio> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "backlot-"));
  const removeData = () => rmSync(dataDir, { recursive: true, force: true });
  process.once("exit", removeData);

  // Imported this late so that help and refusals do not wait for image and database libraries to load.
  const { createContainer } = await import("#lib/server/create-container.ts");
  const container = await createContainer({
    environment: { ...environment, dataDir, host: "127.0.0.1", port: 0, mountSandbox: false },
    root: ROOT,
    log: createLog(environment, "stderr"),
  });
  container.start();
  const { assets, pictures, projects, runs } = container;

  return {
    about: container.about,
    uploadPicture: (bytes, purpose) => assets.upload(bytes, undefined, purpose),
    fetchPicture: (url, purpose) => assets.fetchFrom(url, purpose),
    picture: assets.get,
    async createProject(name, document) {
      const { id, revision } = await projects.create({ name }, forgetful);
      return { id, revision: (await projects.save(id, { revision, document })).revision };
    },
    openNews: async (signal) => newsOf(await container.openEvents(undefined), signal),
    createRun: (request) => runs.create(request, forgetful),
    runs: async (projectId) => (await runs.list({ projectId, limit: DEFAULT_PAGE_SIZE })).runs,
    cancel: runs.cancel,
    recipe: runs.recipe,
    exportPicture: async (pictureId, format) => (await pictures.export(pictureId, format)).bytes,
    pageOf: () => null,
    async close() {
      await container.stop();
      removeData();
      process.off("exit", removeData);
    },
  };
}

async function* newsOf(open: OpenStream, signal: AbortSignal): AsyncGenerator<News> {
  for await (const { data } of open(signal)) {
    yield { kind: "generation", generation: studioEventSchema.parse(data).generation };
  }
}
