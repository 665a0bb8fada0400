import "server-only";
import { takeContainer } from "#lib/server/container-slot.ts";

/** The app's one door to the server's rooms: pages come in here, and a client component that tries does not build. */
export const getContainer = takeContainer;
