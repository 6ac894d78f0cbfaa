/**
 * The point below which a standard normal draw falls with that probability.
 *
 * @param probability In [0.5, 1).
 * @see Wichura (1988), Applied Statistics 37, 477-484, algorithm AS 241 (PPND7: seven digits).
 */
export function upperNormalQuantile(probability: number): number {
  const q = probability - 0.5
  if (q <= 0.425) {
    const r = 0.180625 - q * q
    const above = ((59.10937472 * r + 159.29113202) * r + 50.434271938) * r + 3.3871327179
    const below = ((67.1875636 * r + 78.757757664) * r + 17.895169469) * r + 1
    return (q * above) / below
  }
  const r = Math.sqrt(-Math.log(1 - probability))
  if (r <= 5) {
    const s = r - 1.6
    return (
      (((0.17023821103 * s + 1.3067284816) * s + 2.75681539) * s + 1.4234372777) /
      ((0.12021132975 * s + 0.7370016425) * s + 1)
    )
  }
  const s = r - 5
  return (
    (((0.017337203997 * s + 0.42868294337) * s + 3.081226386) * s + 6.657905115) /
    ((0.012258202635 * s + 0.24197894225) * s + 1)
  )
}
