# Power and sizes of two means and two proportions by R's own functions.
suppressMessages({library(jsonlite); library(rpact)})
set.seed(99)
cases <- list()
add <- function(of, given, expected, within = 1e-9) cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within)
for (round in 1:20) {
  delta <- runif(1, 0.1, 2); sd <- 10^runif(1, -1, 1); n <- sample(c(2, 3, 5, 20, 200, 3000), 1); conf <- sample(c(0.95, 0.9), 1)
  p <- power.t.test(n = n, delta = delta, sd = sd, sig.level = 1 - conf, strict = TRUE)$power
  add("planMeans", list(effect = delta, standardDeviation = sd, size = n, confidence = conf), list(power = p), 1e-8)
}
d <- power.t.test(delta = 0.2, sd = 1, power = 0.8, strict = TRUE, tol = 1e-12)$n
add("planMeans", list(effect = 0.2, standardDeviation = 1, power = 0.8), list(exactSize = d), 1e-8)
for (round in 1:30) {
  share <- sample(c(0.005, 0.02, 0.1, 0.3, 0.5, 0.9), 1); other <- share * runif(1, 0.4, 1.9); if (other > 1) other <- 1 - (1 - share) / 2
  conf <- sample(c(0.95, 0.9, 0.99), 1); power <- sample(c(0.7, 0.8, 0.9), 1)
  if (abs(other - share) < 0.05 * share) next
  n <- power.prop.test(p1 = share, p2 = other, power = power, sig.level = 1 - conf, strict = TRUE, tol = 1e-12)$n
  add("planProportions", list(share = share, effect = other - share, power = power, confidence = conf), list(exactSize = n), 1e-7)
  whole <- ceiling(n / 2)
  add("planProportions", list(share = share, effect = other - share, size = whole, confidence = conf),
    list(power = power.prop.test(n = whole, p1 = share, p2 = other, sig.level = 1 - conf, strict = TRUE)$power), 1e-9)
}
# Looks on a calendar: rpact's inflation of the sample size over one look at the end.
for (k in c(2, 3, 5, 8)) for (type in c("asOF", "asP")) for (beta in c(0.2, 0.1)) for (sides in c(1, 2)) {
  design <- getDesignGroupSequential(kMax = k, alpha = 0.05, beta = beta, sided = sides, typeOfDesign = type)
  add("planScheduled", list(fixedSize = 1000, looks = k, power = 1 - beta, sides = sides, spending = if (type == "asOF") "obrien-fleming" else "pocock"),
    list(inflation = getDesignCharacteristics(design)$inflationFactor), 1e-5)
}
cat(toJSON(list(madeBy = list(R = as.character(getRversion()), rpact = as.character(packageVersion("rpact"))), cases = cases), auto_unbox = TRUE, digits = NA))
