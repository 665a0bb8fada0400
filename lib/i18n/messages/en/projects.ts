export const projects = {
  title: "Projects",
  create: "New project",
  untitled: "Untitled scene",
  more: "More for {name}",
  remove: "Delete",
  removed: "“{name}” was deleted",
  undo: "Undo",
  showMore: "Show more projects",
  removeFailed: "“{name}” could not be deleted",
  createFailed: "The project could not be made",
  loadFailed: "Your projects could not be loaded",
  empty: {
    title: "Build a scene around your product",
    text: "Put a cut-out product on the artboard, draw what stands before and behind it, say what each thing is, and generate finished pictures.",
  },
  examples: {
    title: "Start from a ready scene",
    text: "Each opens as a new project that is yours to change.",
    "perfume-sunset": { name: "Perfume at sunset", text: "Blossoms and a puppy in front, leaves behind" },
    "tea-podium": { name: "Tea on a podium", text: "Green podium, leaves in front, morning light" },
    "perfume-marble": { name: "Perfume on marble", text: "Bright room, white blossoms in front" },
  },
} as const;
