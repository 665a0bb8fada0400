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
      "No API key is set, so pictures are drawn on this machine, free and offline. They show your scene; the cloud model draws it photographically.",
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
