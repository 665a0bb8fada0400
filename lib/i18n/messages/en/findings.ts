/**
 * What pre-flight found: what it is and what comes of it, then in the last sentence what to do. The layer is named in front of it. Where a
 * button mends it, the button stands in the place of the last sentence.
 */
export const findings = {
  "artboard-too-large":
    "The artboard's long side has {count} px and the service takes {max}. Shrink the artboard; the scene shrinks with it.",
  "artboard-too-small":
    "The artboard's short side has only {count} px and the service refuses fewer than {min}. Enlarge the artboard.",
  "subject-missing": "There is no subject yet, and the service makes no picture without one. Choose a cut-out product.",
  "subject-transparent":
    "Every pixel of the subject is transparent, so there is nothing to see. Choose another picture.",
  "subject-opaque":
    "Nothing in the subject is transparent, so no room is left for a background. Cut the product out and choose it again.",
  "subject-no-alpha":
    "The subject has no transparency, and the service refuses such a picture. Cut the product out and save it as PNG.",
  "subject-outside": "The subject lies outside the artboard and would not be in the picture. Bring it into view.",
  "subject-cropped": "The artboard cuts off {percent}% of the subject. Bring it into view, or leave it if you mean it.",
  "subject-enlarged":
    "The subject is enlarged to {percent}% and will look soft beside the new background. Shrink it, or use a larger picture.",
  "subject-reduced":
    "The picture's long side has {count} px and the service takes {max}, so it is sent at {percent}% of its size. Nothing needs to be done.",
  "subject-translucent":
    "Much of the subject is half transparent: the new background shows through there, and the model may misread it. If it is not glass, cut it out again.",
  "subject-halo":
    "The old background still shows along {percent}% of the soft outline and will glow on a new one. Clean the outline, or cut the product out again.",
  "subject-covered":
    "Elements in front hide about {percent}% of the subject. Move the largest behind it, or make them smaller.",
  "elements-too-many": "{count} elements are visible and the service takes {max}. Hide or remove some.",
  "element-outside":
    "The element lies outside the artboard, so nothing of it is sent. Bring it into view, or remove it.",
  "element-transparent": "Every pixel of the element is transparent, so it adds nothing. Remove it.",
  "element-opaque":
    "Nothing in the element is transparent, so it hides everything behind it. Clear the ground around it, or cut it out and add it again.",
  "element-not-edge":
    "This is a picture and not its edges: the service follows bright lines on black, and would be led astray. Make an edge of it.",
  "element-inverted":
    "These are dark lines on white; the service reads bright lines on black, and takes the white for one great surface. Invert it.",
  "element-hidden": "The element is hidden, so it is not sent. Show it if it belongs to the scene.",
  "guide-missing": "There is neither a prompt nor a guide image, and the service needs one of them. Write a prompt.",
  "prompt-cut":
    "The prompt is at {percent}% of what is read, so the last {characters, plural, one {character is} other {{characters} characters are}} ignored. Cut the end, or say it in fewer words.",
  "prompt-long":
    "The prompt is at {percent}% of what is read at most, so its last words may be ignored. Put what matters first.",
  "noise-level-range": "Freedom is outside the whole numbers from {min} to {max} that the service takes. Reset it.",
  "noise-level-inert":
    "Freedom says how far to stray from a guide image, and there is none, so it is not sent. Add a guide image, or reset it.",
  "prompt-weight-range":
    "The balance of prompt and image is outside the range from {min} to {max} that the service takes. Reset it.",
  "prompt-weight-inert":
    "The balance weighs prompt against guide image, and {missing, select, prompt {there is no prompt} image {there is no guide image} other {there is neither}}, so it is not sent. Add what is missing, or reset it.",
  "picture-count-range": "The service makes {min} to {max} pictures at once, not {count}. Choose a number in between.",
  "versions-missing": "No version of the model is chosen, so nothing would be made. Choose v2, v3, or both.",
  "versions-repeated": "One version of the model is chosen twice and would be paid for twice. Keep one.",
  "text-deprecated":
    "The text “{text}” is left out: the service advises against title and sub_title. Set it into the finished picture.",
  "scene-type-deprecated":
    "scene_type {scene} is left out: the service advises against it. Name the kind of scene in the prompt.",
} as const;
