/** What pre-flight found, in one sentence: what it is and what comes of it. The layer is named in front of it. */
export const findings = {
  "artboard-too-large": "The artboard's long side has {count} px; the service takes {max}. Make it smaller.",
  "artboard-too-small": "The artboard's short side has only {count} px, which the service refuses. Make it larger.",
  "subject-missing": "There is no subject yet. Choose a cut-out product.",
  "subject-transparent": "Every pixel of the subject is transparent. Choose another picture.",
  "subject-opaque": "Nothing in the subject is transparent, so there is no background to make. Cut the product out.",
  "subject-no-alpha": "The subject has no transparency, which the service refuses. Cut the product out.",
  "subject-outside": "The subject lies outside the artboard.",
  "subject-cropped": "The artboard cuts off {percent} % of the subject.",
  "subject-enlarged": "The subject is enlarged to {percent} % and will look soft.",
  "subject-reduced":
    "The picture's long side has {count} px and the service takes {max}; it is sent at {percent} % of its size.",
  "subject-translucent": "Much of the subject lets light through; the background will shine through there.",
  "subject-halo":
    "A fringe of the old background runs along {percent} % of the outline. Cut the product out more closely.",
  "subject-covered": "Elements in front cover about {percent} % of the subject.",
  "elements-too-many": "There are {count} visible elements; the service takes {max}.",
  "element-outside": "This element lies outside the artboard and is not seen.",
  "element-transparent": "Every pixel of this element is transparent.",
  "element-opaque": "Nothing in this element is transparent: it covers everything behind it.",
  "element-not-edge": "This picture is no edge map; the service follows lines, not photos.",
  "element-hidden": "This element is hidden and not sent.",
  "guide-missing": "Write a prompt or add a guide image: the service needs one of them.",
  "prompt-cut":
    "The prompt is at {percent} % of what is read; the last {characters, plural, one {character is} other {# characters are}} ignored.",
  "prompt-long": "The prompt is at {percent} % of what is read at most; the service may already ignore its end.",
  "noise-level-range": "Freedom must be a whole number from 0 to {max}.",
  "noise-level-inert": "Freedom is set, but counts only with a guide image.",
  "prompt-weight-range": "The balance of prompt and image must be from 0 to {max}.",
  "prompt-weight-inert": "The balance of prompt and image is set, but counts only with both.",
  "picture-count-range": "The service makes 1 to {max} pictures at once, not {count}.",
  "versions-missing": "No version is chosen. Choose v2, v3, or both.",
  "versions-repeated": "One version is chosen twice.",
  "text-deprecated":
    "title and sub_title are deprecated; the text is left out. Set it into the finished picture instead.",
  "scene-type-deprecated": "scene_type is deprecated and left out. Name the kind of scene in the prompt.",
} as const;
