import { ProjectsPage } from "#components/projects/projects-page.tsx";

export default function Home() {
  return <ProjectsPage />;
}
