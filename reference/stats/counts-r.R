# Proportions and rates by R itself and metafor.
suppressPackageStartupMessages({ library(jsonlite); library(metafor) })
set.seed(20260725)
cases <- list()
case <- function(of, given, expected, within = 1e-9, near = 1e-300)
  cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within, near = near)
arm <- function(x, n) list(events = x, units = n)
rate <- function(x, t) list(events = x, exposure = t)

for (i in 1:25) {
  n <- sample(c(10, 40, 150, 3000), 2); x <- rbinom(2, n, sample(c(.02, .1, .5, .95), 2))
  if (sum(x) == 0 || sum(x) == sum(n)) next
  given <- list(treated = arm(x[1], n[1]), comparison = arm(x[2], n[2]))
  pooled <- suppressWarnings(prop.test(x, n, correct = FALSE))
  case("pooledScoreTest", given, list(pValue = pooled$p.value), near = 1e-15)
  case("fisherExact", given, list(pValue = fisher.test(rbind(x, n - x))$p.value), 1e-9)
}

for (k in c(2, 3, 4, 6, 12)) for (i in 1:3) {
  n <- sample(30:900, k); x <- rbinom(k, n, runif(k, .05, .2) + sample(c(0, .3), 1))
  r <- suppressWarnings(chisq.test(rbind(x, n - x), correct = FALSE))
  case("chiSquareHomogeneity", lapply(1:k, function(j) arm(x[j], n[j])),
       list(statistic = unname(r$statistic), degreesOfFreedom = unname(r$parameter), pValue = r$p.value, smallestExpected = min(r$expected)))
}

pairs <- list(c(0, 10, 3, 10), c(11, 800, 3, 500), c(41, 28, 15, 19), c(60, 51477.5, 30, 54308.75), c(2, 1, 2, 7), c(5, 3, 0, 4))
for (i in 1:14) pairs[[length(pairs) + 1]] <- c(rpois(1, sample(c(1, 5, 40), 1)), sample(1:60, 1) / 4, 1 + rpois(1, sample(c(1, 5, 40), 1)), sample(1:60, 1) / 4)
for (p in pairs) {
  conf <- sample(c(.9, .95, .99), 1); ratio <- sample(c(1, 1, .5, 3), 1)
  r <- poisson.test(p[c(1, 3)], p[c(2, 4)], r = ratio, conf.level = conf)
  high <- r$conf.int[2]
  case("exactRateTest", list(treated = rate(p[1], p[2]), comparison = rate(p[3], p[4]), confidence = conf, hypothesis = ratio),
       list(pValue = r$p.value, low = r$conf.int[1], high = if (is.finite(high)) high else NULL), 1e-9)
}

for (i in 1:14) {
  a <- sample(3:15, 1); b <- sample(3:15, 1); n <- a + b
  exposure <- if (i %% 2) rep(1, n) else round(runif(n, 1, 30), 2)
  g <- rep(c(1, 0), c(a, b))
  y <- if (i %% 3) rnbinom(n, mu = exposure * sample(c(2, 9), 1) * ifelse(g, 1.3, 1), size = 3) else rpois(n, exposure * 4)
  full <- glm(y ~ g, offset = log(exposure), family = quasipoisson, control = list(epsilon = 1e-14, maxit = 100))
  s <- summary(full)
  rao <- function(logratio) {
    fit0 <- glm(y ~ 1, offset = log(exposure) + logratio * g, family = poisson, control = list(epsilon = 1e-14, maxit = 100))
    fit1 <- glm(y ~ g, offset = log(exposure) + logratio * g, family = poisson, control = list(epsilon = 1e-14, maxit = 100))
    anova(fit0, fit1, test = "Rao")$Rao[2]
  }
  centre <- unname(coef(full)[2]); t2 <- qt(.975, n - 2)^2 * s$dispersion
  end <- function(side) exp(uniroot(function(l) rao(l) - t2, sort(c(centre, centre + side * 12 * s$coefficients[2, 2])), tol = 1e-13)$root)
  statistic <- sqrt(rao(0) / s$dispersion)
  as_rates <- function(k) lapply(which(g == k), function(j) rate(y[j], exposure[j]))
  case("quasiPoissonComparison", list(treated = as_rates(1), comparison = as_rates(0)),
       list(estimate = exp(centre), standardError = s$coefficients[2, 2], dispersion = s$dispersion, degreesOfFreedom = n - 2,
            pValue = 2 * pt(-statistic, n - 2)), 1e-6)
  case("quasiPoissonComparison", list(treated = as_rates(1), comparison = as_rates(0)), list(low = end(-1), high = end(1)), 1e-6)
}

for (i in 1:18) {
  k <- sample(c(1, 2, 4, 9, 30), 1); n1 <- sample(2:200, k, TRUE); n2 <- sample(2:200, k, TRUE); base <- runif(k, .02, .6)
  x1 <- rbinom(k, n1, pmin(1, base + .05)); x2 <- rbinom(k, n2, base)
  fit <- rma.mh(measure = "RD", ai = x1, n1i = n1, ci = x2, n2i = n2, add = 0, to = "none", drop00 = FALSE)
  # metafor has the test for odds ratios; without continuity correction it is this one.
  test <- rma.mh(measure = "OR", ai = x1, n1i = n1, ci = x2, n2i = n2, add = 0, to = "none", drop00 = FALSE, correct = FALSE)
  case("mantelHaenszel", lapply(1:k, function(j) list(treated = arm(x1[j], n1[j]), comparison = arm(x2[j], n2[j]))),
       list(estimate = as.numeric(fit$beta), standardError = fit$se, low = fit$ci.lb, high = fit$ci.ub, statistic = test$MH, pValue = test$MHp), 1e-9)
}

cat(toJSON(list(madeBy = list(R = paste(R.version$major, R.version$minor, sep = "."), metafor = as.character(packageVersion("metafor"))), cases = cases),
           auto_unbox = TRUE, digits = NA, null = "null"))
