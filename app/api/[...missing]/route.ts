import { BacklotError } from "#lib/base/errors.ts";
import { route } from "#lib/server/route.ts";

/** An address that is not part of the API gets problem JSON like everything else under it, not a page. */
const notFound = route<{ missing: string[] }>(async ({ params }) => {
  throw new BacklotError("request/not-found", { path: `/api/${params.missing.join("/")}` });
});

export {
  notFound as DELETE,
  notFound as GET,
  notFound as OPTIONS,
  notFound as PATCH,
  notFound as POST,
  notFound as PUT,
};
