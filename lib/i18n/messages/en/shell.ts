export const shell = {
  title: "Backlot",
  description: "The background studio for product shots: compose a scene around a cut-out, get finished pictures.",
  close: "Close",
  cancel: "Cancel",
  retry: "Try again",
  copy: "Copy",
  copied: "Copied",
  requestId: "Request id",
  language: "Language",
  apiReference: "API reference",
  theme: { label: "Appearance", system: "System", light: "Light", dark: "Dark" },
  engine: {
    sandbox: "Preview engine",
    sandboxHint:
      "No API key is set, so a small renderer on this machine makes the pictures, free and offline. It is not the cloud model: it follows your layout, light and the words it knows, and names the others under the prompt. The cloud model's pictures will look different.",
    cloud: "Cloud",
    cloudHint: "Pictures come from {model} and are paid per picture.",
  },
  error: {
    title: "This page did not open",
    home: "Go to projects",
  },
  notFound: {
    title: "There is nothing here",
    text: "The address leads nowhere, or what it named was deleted.",
  },
} as const;
