import type { ErrorCode } from "#lib/base/error-codes.ts";

/**
 * What went wrong in the reader's words, and in the last sentence the way out. `{…}` are values of the error; a missing one reads as “…”.
 * Numbers come formatted; a value whose name ends in `Bytes` comes as a size with its unit.
 */
export const errors = {
  "request/malformed-json": "The request is not valid JSON. Check its syntax and send it again.",
  "request/invalid": "The field {field} does not have an allowed value: {reason}. Correct it and try again.",
  "request/too-large": "The request is larger than {limitMegabytes} MB. Send less at once.",
  "request/not-found": "There is nothing at this address. Check it, or go back to your projects.",
  "request/method-not-allowed":
    "This address does not take {method} requests. Look up in the API description which it takes.",
  "request/foreign-origin": "The request came from another website and was refused. Do this in the studio itself.",
  "request/foreign-host":
    "The studio does not answer under the name {host}. Open it at its own address, or add this name to the allowed hosts.",
  "request/unsupported-media-type": "The type {mediaType} cannot be read here. Send {expected}.",
  "request/idempotency-mismatch":
    "This request repeats an earlier one under the same key, but with different content. Send it again with a new key.",
  "upload/empty": "The file is empty. Choose another one.",
  "upload/too-large":
    "The file is larger than {limitMegabytes} MB. Save it smaller, for instance with a shorter long side.",
  "upload/incomplete": "The upload broke off before the file was complete. Upload it again.",
  "upload/not-an-image": "This file is not a picture. Choose a PNG, JPEG or WebP file.",
  "upload/unsupported-type": "Pictures of the type {type} are not supported. Save it as PNG, JPEG or WebP.",
  "upload/type-mismatch":
    "The file says {declared}, but its content is {actual}. Give it the right ending, or save it again.",
  "upload/unreadable": "The picture is damaged and cannot be decoded. Open it in an image editor and save it again.",
  "upload/too-many-pixels":
    "The picture has {width} × {height} pixels, more than the {max} that can be worked with. Save it smaller.",
  "upload/no-alpha":
    "The picture for {purpose, select, subject {the subject} element {an element} other {a subject or an element}} has no transparency, which it needs. Cut the object out and save it as PNG or WebP with a transparent background.",
  "upload/fully-transparent":
    "Every pixel of {purpose, select, subject {the picture for the subject} element {the picture for an element} guide {the guide image} other {the picture}} is transparent, so there is nothing to see. Choose another one.",
  "upload/fully-opaque":
    "The picture for {purpose, select, subject {the subject} element {an element} other {a subject or an element}} has an alpha channel, but nothing in it is transparent. Cut the object out, so that its surroundings are transparent.",
  "fetch/refused":
    "{url} was not fetched: pictures come only from public http and https addresses. Download the picture, then upload it.",
  "fetch/failed":
    "{url} could not be fetched ({reason}). Check the address in a browser, or download the picture and upload it.",
  "project/not-found": "This project does not exist, or it was deleted. Go back to your projects.",
  "project/stale-revision":
    "The project was changed somewhere else in the meantime, perhaps in another tab. Load the newest version, then repeat your change.",
  "document/invalid": "The project has a value that is not allowed: {field}. Undo the last change, then try again.",
  "document/too-new": "This project was saved by a newer Backlot. Update the studio to open it.",
  "document/not-ready":
    "The scene is not ready: {finding}. Mend what the notes in the left panel name, then generate again.",
  "recipe/no-body":
    "This text holds no request body. Paste the JSON of a recipe, or the whole cURL command from the API reference.",
  "recipe/wrong-model":
    "The model “{model}” is not one the studio speaks to. Write {expected}, and choose the version with parameters.model_version.",
  "recipe/field-missing": "The field {field} is missing. Add it, then apply the recipe again.",
  "recipe/field-invalid": "The field {field} has a value that the API does not take. It takes: {expected}.",
  "recipe/list-length":
    "The list {field} has {count} entries, its list of pictures {expected}. Give each picture one entry; an empty text is allowed.",
  "recipe/unknown-picture":
    "The field {field} names a picture that the studio does not have: {address}. Choose another one.",
  "asset/not-found": "A picture that is used here is no longer stored. Upload it again.",
  "run/not-found": "This run does not exist, or it was deleted. Reload the page.",
  "run/not-cancelable": "It is too late to cancel: the pictures are already being made. They will appear here.",
  "generation/not-found": "This generation does not exist, or it was deleted. Reload the page.",
  "generation/not-undecided": "There is nothing to decide here any more. Reload the page.",
  "picture/not-found": "This picture does not exist, or it was deleted. Reload the page.",
  "input/not-signed": "This address was not given out by this studio, or its time is over. Nothing needs to be done.",
  "upstream/rejected": "The image service refused the request. Look at what it said, change that, then generate again.",
  "upstream/unreachable":
    "The image service cannot be reached. Nothing was charged. Check the network; the studio keeps trying, or generate again later.",
  "upstream/failed":
    "The image service could not make the pictures. Generate again; if it stays, change what it names.",
  "upstream/unanswered":
    "The connection broke while the order was on its way, so nobody knows whether it arrived. It may already cost money: look at the service's task list, then send it again or drop it.",
  "upstream/expired":
    "The image service no longer has this task or its pictures; it keeps them for 24 hours. They may have been charged. Generate again.",
  "upstream/bad-picture":
    "The image service made the pictures, but they could not be fetched whole: what came was damaged, of the wrong size, or no longer there. Generate again.",
  "storage/full": "The disk of the studio is full. Free some space, then try again; nothing you made is lost.",
  "studio/unreachable": "The studio does not answer. Check that it is still running; what you see here is kept.",
  internal: "Something went wrong inside the studio. Try again; if it stays, report it with the request id.",
} as const satisfies Record<ErrorCode, string>;
