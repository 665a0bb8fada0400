/** What pre-flight found, in one sentence: what it is and what comes of it. The layer is named in front of it. */
export const findings = {
  "subject-missing": "There is no subject yet. Choose a cut-out product.",
  "subject-transparent": "Every pixel of the subject is transparent. Choose another picture.",
  "subject-opaque": "Nothing in the subject is transparent, so there is no background to make. Cut the product out.",
  "subject-no-alpha": "The subject has no transparency, which the service refuses. Cut the product out.",
  "subject-outside": "The subject lies outside the artboard.",
  "subject-cropped": "The artboard cuts off {percent} % of the subject.",
  "subject-enlarged": "The subject is enlarged to {percent} % and will look soft.",
  "subject-translucent": "Much of the subject lets light through; the background will shine through there.",
  "elements-too-many": "There are {count} visible elements; the service takes {max}.",
  "element-outside": "This element lies outside the artboard and is not seen.",
  "element-transparent": "Every pixel of this element is transparent.",
  "element-opaque": "Nothing in this element is transparent: it covers everything behind it.",
  "element-not-edge": "This picture is no edge map; the service follows lines, not photos.",
  "element-hidden": "This element is hidden and not sent.",
  "guide-missing": "Write a prompt or add a guide image: the service needs one of them.",
  "prompt-cut":
    "The prompt is at {percent} % of what is read; the last {characters, plural, one {character is} other {# characters are}} ignored.",
  "noise-level-inert": "Freedom is set, but counts only with a guide image.",
  "prompt-weight-inert": "The balance of prompt and image is set, but counts only with both.",
  "versions-repeated": "One version is chosen twice.",
} as const;
