"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import type { ComponentProps } from "react";
import type { ControlSize } from "./button.tsx";
import { cn } from "./class-names.ts";
import { CONTROL_CLASSES, CONTROL_HEIGHTS } from "./control-classes.ts";

export interface InputProps extends Omit<ComponentProps<typeof BaseInput>, "className" | "size"> {
  size?: ControlSize;
  className?: string;
}

export function Input({ size = "small", className, ...props }: InputProps) {
  return <BaseInput data-slot="input" className={cn(CONTROL_CLASSES, CONTROL_HEIGHTS[size], className)} {...props} />;
}
