# Group-sequential designs by rpact. Its grid is fixed (Simpson), so that with looks close together it is right to about 1e-5
# only; looks.py has the same bounds to 1e-9 by another rule.
suppressMessages({library(rpact); library(jsonlite)})
setLogLevel("DISABLED")
set.seed(20240613)
cases <- list()
add <- function(of, given, expected, within = 2e-5, near = 5e-6) {
  cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within, near = near)
}
design <- function(fractions, alpha, sided, type, ...) {
  suppressWarnings(getDesignGroupSequential(kMax = length(fractions), informationRates = fractions, alpha = alpha, sided = sided,
    typeOfDesign = c("obrien-fleming" = "asOF", pocock = "asP")[[type]], ...))
}
# From a quarter on: earlier looks of the O'Brien-Fleming type have so little to spend that rpact gives none.
draw <- function(k) {
  f <- if (k > 5) seq(0.25, 1, length.out = k) else sort(runif(k, 0.25, 1))
  f[k] <- 1
  if (min(diff(f)) < 0.05) draw(k) else f
}
for (i in 1:30) {
  k <- c(2, 3, 4, 5, 8, 12)[(i %% 6) + 1]
  fractions <- if (i %% 3 == 0 && k < 6) (1:k) / k else draw(k)
  fractions[k] <- 1
  sides <- 1 + i %% 2
  type <- c("obrien-fleming", "pocock")[((i %/% 2) %% 2) + 1]
  alpha <- if (sides == 1) 0.025 else c(0.05, 0.1, 0.01)[(i %% 3) + 1]
  d <- design(fractions, alpha, sides, type)
  options <- list(confidence = 1 - alpha, sides = sides, spending = type)
  upper <- d$criticalValues
  add("scheduledBounds", list(as.list(fractions), options), lapply(seq_along(upper), function(j) list(upper = upper[j], spent = d$alphaSpent[j])))
  # Probabilities of each look under a drift.
  drift <- runif(1, 0, 4)
  looks <- lapply(seq_along(upper), function(j) list(fraction = fractions[j], upper = upper[j], lower = if (sides == 2) -upper[j] else NULL))
  p <- getPowerAndAverageSampleNumber(d, theta = drift, nMax = 1)
  reject <- as.vector(p$rejectPerStage)
  below <- if (sides == 2) "both" else "above"
  add("scheduledPower", list(lapply(looks, function(l) if (is.null(l$lower)) list(fraction = l$fraction, upper = l$upper, lower = NA) else l), drift),
    list(sides = sides, perLook = as.list(reject), expectedFraction = as.vector(p$averageSampleNumber)))
}
for (i in 1:12) {
  k <- c(2, 3, 4, 5)[(i %% 4) + 1]
  fractions <- if (i %% 3 == 0 && k < 6) (1:k) / k else draw(k)
  fractions[k] <- 1
  type <- c("obrien-fleming", "pocock")[(i %% 2) + 1]
  missing <- c("obrien-fleming", "pocock")[((i %/% 2) %% 2) + 1]
  beta <- c(0.1, 0.2)[(i %% 2) + 1]
  d <- design(fractions, 0.025, 1, type, beta = beta, typeBetaSpending = c("obrien-fleming" = "bsOF", pocock = "bsP")[[missing]], bindingFutility = FALSE)
  x <- getDesignCharacteristics(d)
  add("futilityBounds", list(as.list(fractions), list(power = 1 - beta, spending = type, missing = missing)),
    list(drift = sqrt(x$shift), inflation = x$inflationFactor, looks = lapply(1:k, function(j) list(upper = d$criticalValues[j], lower = if (j < k) d$futilityBounds[j] else d$criticalValues[k]))))
}
# After the stop: two groups of means with known spread 1, equal sizes; the z at the last look is what crosses.
for (i in 1:14) {
  k <- c(2, 3, 4)[(i %% 3) + 1]
  fractions <- if (i %% 2) (1:k) / k else draw(k)
  fractions[k] <- 1
  sides <- 1
  d <- design(fractions, 0.025, sides, c("obrien-fleming", "pocock")[(i %% 2) + 1])
  stop <- if (i %% 4 == 0) k else 1 + (i %% k)
  n <- round(200 * fractions)
  rates <- n / n[k]
  d <- design(rates, 0.025, sides, c("obrien-fleming", "pocock")[(i %% 2) + 1])
  z <- d$criticalValues[1:stop] - 0.4
  z[stop] <- if (stop == k) d$criticalValues[k] + runif(1, -1, 1) else d$criticalValues[stop] + runif(1, 0.01, 0.6)
  means <- z * sqrt(2 / n[1:stop])
  own <- c(n[1], diff(n))[1:stop]
  steps <- diff(c(0, means * n[1:stop])) / own
  set <- getDataset(n1 = own, n2 = own, means1 = steps, means2 = rep(0, stop), stDevs1 = rep(1, stop), stDevs2 = rep(1, stop))
  result <- suppressMessages(getAnalysisResults(d, set, normalApproximation = TRUE, stage = stop))
  s <- getStageResults(d, set, stage = stop, normalApproximation = TRUE)
  zs <- as.vector(s$overallTestStatistics)[stop]
  est <- as.vector(s$effectSizes)[stop]
  if (is.na(result$finalPValues[stop])) next
  add("stoppedEffect", list(lapply(1:stop, function(j) list(fraction = rates[j], upper = d$criticalValues[j], lower = NA)), list(estimate = est, standardError = est / zs)),
    list(pValue = result$finalPValues[stop], low = result$finalConfidenceIntervalLowerBounds[stop], high = result$finalConfidenceIntervalUpperBounds[stop], estimate = result$medianUnbiasedEstimates[stop]))
}
for (i in 1:10) {
  t <- runif(1, 0.1, 0.9); z <- rnorm(1) + 1; crit <- runif(1, 1.6, 3); drift <- runif(1, -1, 4)
  # Conditional power by a two-look design without an early stop: the chance that the weighted sum passes.
  value <- integrate(function(u) dnorm(u, drift * (1 - t), sqrt(1 - t)) * (z * sqrt(t) + u > crit), crit - z * sqrt(t), drift * (1 - t) + 12, rel.tol = 1e-12, subdivisions = 2000)$value
  add("conditionalPower", list(list(statistic = z, fraction = t, criticalValue = crit), drift), value, 1e-8)
}
cat(toJSON(list(madeBy = list(R = paste(R.version$major, R.version$minor, sep = "."), rpact = as.character(packageVersion("rpact"))), cases = cases), auto_unbox = TRUE, digits = I(15), null = "null", na = "null"))
