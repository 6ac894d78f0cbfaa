# Means and ratios of units, by R: t.test, oneway.test, metafor, AER and sandwich. Run: npm run reference -- means-r
suppressPackageStartupMessages({
  library(jsonlite); library(metafor); library(AER); library(sandwich)
})
set.seed(20260311)
cases <- list()
add <- function(of, given, expected, ...) cases[[length(cases) + 1]] <<- list(of = unbox(of), given = given, expected = expected, ...)
one <- unbox
vals <- function(n, kind = sample(3, 1)) signif(switch(kind, rnorm(n, 5, 2), rlnorm(n, 1, 1), rexp(n, 0.01)), 6)

for (i in 1:30) {
  a <- vals(sample(2:25, 1)); b <- vals(sample(2:25, 1))
  t <- t.test(a, b)
  add("welch", list(treated = a, comparison = b),
      list(statistic = one(unname(t$statistic)), degreesOfFreedom = one(unname(t$parameter)), pValue = one(t$p.value),
           low = one(t$conf.int[1]), high = one(t$conf.int[2])), near = one(1e-12))
}
for (i in 1:20) {
  k <- sample(2:5, 1)
  arms <- lapply(1:k, function(j) vals(sample(3:20, 1)))
  f <- oneway.test(v ~ g, data.frame(v = unlist(arms), g = factor(rep(1:k, lengths(arms)))))
  add("welchAnova", list(arms = arms),
      list(statistic = one(unname(f$statistic)), denominatorDegreesOfFreedom = one(unname(f$parameter[2])), pValue = one(f$p.value)))
}
for (i in 1:25) {
  # The log response ratio of metafor, its sampling variance in the large-sample form.
  a <- vals(sample(8:40, 1), 2); b <- vals(sample(8:40, 1), 2)
  e <- escalc("ROM", m1i = mean(a), m2i = mean(b), sd1i = sd(a), sd2i = sd(b), n1i = length(a), n2i = length(b))
  va <- var(a) / length(a) / mean(a)^2; vb <- var(b) / length(b) / mean(b)^2
  df <- (va + vb)^2 / (va^2 / (length(a) - 1) + vb^2 / (length(b) - 1))
  half <- qt(0.975, df) * sqrt(as.numeric(e$vi))
  y <- as.numeric(e$yi)
  add("logRatio", list(treated = a, comparison = b),
      list(estimate = one(exp(y) - 1), low = one(exp(y - half) - 1), high = one(exp(y + half) - 1)), near = one(1e-13))
}
for (i in 1:20) {
  # A ratio of sums is a line through 0 with the constant as instrument; HC0 with n - 1 is the delta method.
  arm <- function() {
    n <- sample(12:35, 1)
    x <- rpois(n, 3); x[1:2] <- c(0, 5)
    y <- signif(x * rlnorm(n, 0, 0.4), 6)
    f <- ivreg(y ~ x - 1 | rep(1, n))
    list(x = x, y = y, estimate = unname(coef(f)), variance = sandwich(f)[1, 1] * n / (n - 1))
  }
  a <- arm(); b <- arm()
  add("compareRatios", list(treated = list(denominators = a$x, numerators = a$y), comparison = list(denominators = b$x, numerators = b$y)),
      list(estimate = one(a$estimate - b$estimate), standardError = one(sqrt(a$variance + b$variance))), near = one(1e-12))
}
for (i in 1:15) {
  k <- sample(1:3, 1); n <- 10 * k + sample(0:20, 1); m <- 10 * k + sample(0:20, 1)
  x <- matrix(signif(rnorm((n + m) * k, 3, 2), 6), ncol = k)
  t <- rep(1:0, c(n, m))
  y <- signif(rnorm(n + m) * (1 + t) + rowSums(x) + t, 6)
  c <- sweep(x, 2, colMeans(x))
  f <- lm(y ~ t * c)
  add("adjustByRegression",
      list(treated = list(outcomes = y[t == 1], covariates = x[t == 1, , drop = FALSE]), comparison = list(outcomes = y[t == 0], covariates = x[t == 0, , drop = FALSE])),
      list(estimate = one(unname(coef(f)["t"])), standardError = one(sqrt(vcovHC(f, "HC2")["t", "t"]))), near = one(1e-12))
}
version <- function(p) one(as.character(packageVersion(p)))
cat(toJSON(list(madeBy = list(R = one(as.character(getRversion())), metafor = version("metafor"), AER = version("AER"), sandwich = version("sandwich")),
                cases = cases), digits = NA))
