/** 131, "90.1k": as the host writes stars. */
export function compact(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(1).replace(/\.0$/, '')}k`;
}
