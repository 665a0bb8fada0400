import { Skeleton } from "#components/ui/skeleton.tsx";

const WIDTHS = ["25%", "60%", "80%", "66%", "74%", "50%", "40%", "20%"];

/** Lines of a body while it is on its way. */
export function PaneSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-1 flex-col gap-2 p-3">
      {WIDTHS.map((width) => (
        <span key={width} style={{ width }}>
          <Skeleton className="h-3" />
        </span>
      ))}
    </div>
  );
}
