# Meta-analysis and shrinkage by metafor, on random sets of effects and on the BCG trials.
suppressMessages({library(metafor); library(jsonlite)})
set.seed(20240511)
# metafor stops at absolute steps of the variance: as small as the unit of the effects asks for.
tight <- function(scale) list(threshold = 1e-12 * scale^2, maxiter = 2000, tol = 1e-13 * scale^2, tau2.max = 1e6 * scale^2)
cases <- list()
add <- function(of, given, expected, within = 1e-9, near = NULL) {
  case <- list(of = of, given = given, expected = expected, within = within)
  if (!is.null(near)) case$near <- near
  cases[[length(cases) + 1]] <<- case
}
draw <- function(k, spread, scale, level) {
  se <- scale * sqrt(rchisq(k, 4) / 4 + 0.02)
  list(y = level + rnorm(k, 0, spread * scale) + rnorm(k, 0, se), se = se)
}
rows <- function(d) lapply(seq_along(d$y), function(i) list(estimate = d$y[i], standardError = d$se[i]))
names_of <- c(FE = "fixed", DL = "dersimonian-laird", PM = "paule-mandel", REML = "reml")
for (round in 1:60) {
  k <- c(3, 4, 5, 8, 13, 20, 40)[(round - 1) %% 7 + 1]
  d <- draw(k, c(0, 0.3, 1, 5)[(round - 1) %% 4 + 1], c(1, 1e-4, 1e5)[(round - 1) %% 3 + 1], c(0, 2, -30)[(round - 1) %% 3 + 1])
  for (method in c("FE", "DL", "PM", "REML")) {
    tests <- if (method == "FE") "z" else if (method == "REML") c("z", "knha", "adhoc") else c("z", "adhoc")
    tests <- tests[(round %% length(tests)) + 1]
    for (test in tests) {
      fit <- tryCatch(rma(d$y, sei = d$se, method = method, test = test, control = tight(min(d$se))), error = function(e) NULL)
      if (is.null(fit)) next
      expected <- list(
        count = k, estimate = fit$beta[1], standardError = fit$se, low = fit$ci.lb, high = fit$ci.ub,
        statistic = fit$zval, pValue = fit$pval, betweenVariance = if (fit$tau2 < 1e-9 * min(d$se)^2) 0 else fit$tau2,
        heterogeneity = list(q = fit$QE, pValue = fit$QEp, iSquared = fit$I2 / 100)
      )
      if (method != "FE" && test != "knha") {
        p <- predict(fit, pi.type = "riley")
        expected$prediction <- list(low = p$pi.lb, high = p$pi.ub)
      }
      add("metaAnalysis",
        list(effects = rows(d), options = list(method = names_of[[method]], interval = if (test == "z") "normal" else "hartung-knapp", floor = test != "knha")),
        expected, within = 1e-7, near = 1e-9 * max(abs(d$y)))
    }
  }
}
# The variance between alone, as exactly as each method can be had.
for (round in 1:30) {
  d <- draw(sample(4:30, 1), c(0.5, 1, 3)[(round - 1) %% 3 + 1], 1, 0)
  for (method in c("DL", "PM", "REML")) {
    fit <- tryCatch(rma(d$y, sei = d$se, method = method, control = tight(min(d$se))), error = function(e) NULL)
    if (!is.null(fit)) add("betweenVariance", list(effects = rows(d), method = names_of[[method]]), fit$tau2, within = 1e-8, near = 1e-10)
  }
}
bcg <- escalc("RR", ai = tpos, bi = tneg, ci = cpos, di = cneg, data = dat.bcg)
d <- list(y = as.numeric(bcg$yi), se = sqrt(bcg$vi))
for (test in c("z", "knha")) {
  fit <- rma(d$y, sei = d$se, method = "REML", test = test, control = tight(min(d$se)))
  add("metaAnalysis", list(effects = rows(d), options = list(method = "reml", interval = if (test == "z") "normal" else "hartung-knapp", floor = FALSE)),
    list(estimate = fit$beta[1], standardError = fit$se, low = fit$ci.lb, high = fit$ci.ub, betweenVariance = fit$tau2,
      heterogeneity = list(q = fit$QE, iSquared = fit$I2 / 100)), within = 1e-8)
}
# Best linear unbiased predictions are the shrunk effects of a normal prior with fitted mean and Paule-Mandel's variance.
for (round in 1:25) {
  d <- draw(c(10, 15, 40)[(round - 1) %% 3 + 1], c(0.3, 1, 4)[round %% 3 + 1], c(1, 1e-3)[(round - 1) %% 2 + 1], 0.5)
  fit <- tryCatch(rma(d$y, sei = d$se, method = "PM", control = tight(min(d$se))), error = function(e) NULL)
  if (is.null(fit)) next
  b <- blup(fit)
  add("shrinkEffects", list(effects = rows(d)),
    list(prior = list(mean = fit$beta[1], variance = fit$tau2, varianceOfMean = fit$se^2), estimates = b$pred, errors = b$se),
    within = 1e-7, near = 1e-9)
}
cat(toJSON(list(madeBy = list(R = as.character(getRversion()), metafor = as.character(packageVersion("metafor"))), cases = cases),
  auto_unbox = TRUE, digits = I(17), null = "null"))
