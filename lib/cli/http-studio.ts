import { fetchAsset, getAssetFacts, uploadAsset } from "#lib/api/operations/assets.ts";
import { exportPicture, getGenerationRecipe } from "#lib/api/operations/pictures.ts";
import { createProject, saveProject } from "#lib/api/operations/projects.ts";
import { cancelGeneration, createRun, listRuns } from "#lib/api/operations/runs.ts";
import { getAbout } from "#lib/api/operations/studio.ts";
import { createOperationCaller, GREETING, type StudioAddress } from "./call-operation.ts";
import { openHttpNews } from "./http-news.ts";
import type { Studio } from "./studio.ts";

/** A running studio, by its HTTP API. Throws StudioUnreachable when nothing answers there, or something that is no studio. */
export async function openHttpStudio(given: StudioAddress): Promise<Studio> {
  const address = { ...given, url: given.url.replace(/\/+$/, "") };
  const call = createOperationCaller(address);
  const about = await call(getAbout, {}, GREETING);

  return {
    about,
    uploadPicture: (bytes, purpose) => call(uploadAsset, { query: { purpose }, body: bytes }),
    fetchPicture: (url, purpose) => call(fetchAsset, { body: { url, purpose } }),
    picture: (assetId) => call(getAssetFacts, { params: { assetId } }),
    async createProject(name, document) {
      const { id, revision } = await call(createProject, { body: { name } });
      const saved = await call(saveProject, { params: { projectId: id }, body: { revision, document } });
      return { id, revision: saved.revision };
    },
    openNews: (signal) => openHttpNews(address, signal),
    createRun: (request) => call(createRun, { body: request }),
    runs: async (projectId) => (await call(listRuns, { query: { projectId } })).runs,
    cancel: (generationId) => call(cancelGeneration, { params: { generationId } }),
    recipe: (generationId) => call(getGenerationRecipe, { params: { generationId } }),
    exportPicture: (pictureId, format) => call(exportPicture, { params: { pictureId }, query: { format } }),
    pageOf: (projectId) => `${address.url}/projects/${projectId}`,
    close: async () => {},
  };
}
