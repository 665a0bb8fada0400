export type Vec3 = readonly [number, number, number];

export function normalized([x, y, z]: Vec3): Vec3 {
  const k = 1 / Math.sqrt(x * x + y * y + z * z);
  return [x * k, y * k, z * k];
}

export function scaled([x, y, z]: Vec3, k: number): Vec3 {
  return [x * k, y * k, z * k];
}

export function mixed(a: Vec3, b: Vec3, t: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

export function multiplied(a: Vec3, b: Vec3): Vec3 {
  return [a[0] * b[0], a[1] * b[1], a[2] * b[2]];
}
