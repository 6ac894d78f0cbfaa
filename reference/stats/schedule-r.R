# Stepped wedges: mixed models by lme4, fixed effects and CR2 by lm and clubSandwich. Prints one JSON object.
suppressMessages({ library(clubSandwich); library(lme4); library(jsonlite) })
set.seed(20240613)
cases <- list()
add <- function(of, given, expected, within, near = 1e-8)
  cases[[length(cases) + 1]] <<- list(of = of, given = given, expected = expected, within = within, near = near)
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12), calc.derivs = FALSE)

for (i in 1:40) {
  m <- sample(c(4, 6, 8), 1)
  t <- sample(4:6, 1)
  start <- rep_len(1:(t - 1), m)[sample(m)]
  if (i %% 4 == 0) start[1] <- NA
  weighted <- i %% 3 == 0
  d <- expand.grid(p = 0:(t - 1), s = 1:m)
  d$e <- ifelse(is.na(start[d$s]), 0, pmax(0, d$p - start[d$s] + 1))
  d$z <- as.numeric(d$e > 0)
  d$w <- if (weighted) round(runif(nrow(d), 1, 20)) else 1
  d$y <- round(rnorm(m, 0, sample(c(0.2, 1), 1))[d$s] + rnorm(t)[d$p + 1] + 0.4 * d$e + rnorm(nrow(d)) / sqrt(d$w), 4)
  d$y[runif(nrow(d)) < sample(c(0, 0.1), 1)] <- NA
  given <- list(sites = lapply(1:m, function(s) c(
    list(name = paste0("s", s), start = start[s], values = d$y[d$s == s]), if (weighted) list(weights = d$w[d$s == s]))))
  k <- d[!is.na(d$y), ]
  k$s <- factor(k$s)
  k$p <- factor(k$p)
  k$e <- factor(k$e)
  if (qr(model.matrix(~ p + e, k))$rank < nlevels(k$p) + nlevels(k$e) - 1) next
  fit <- function(f) suppressMessages(if (weighted) lmer(f, k, weights = w, control = control) else lmer(f, k, control = control))
  a <- fit(y ~ z + p + (1 | s))
  b <- fit(y ~ e + p + (1 | s))
  if (as.data.frame(VarCorr(a))$vcov[1] < 1e-6 || as.data.frame(VarCorr(b))$vcov[1] < 1e-6) next
  ca <- coef(summary(a))
  levels <- paste0("e", levels(k$e)[-1])
  take <- rep(1 / length(levels), length(levels))
  eb <- fixef(b)[levels]
  vb <- as.matrix(vcov(b))[levels, levels, drop = FALSE]
  # CR2: least squares on the rows with the model's part of each site's mean taken off.
  vc <- as.data.frame(VarCorr(a))$vcov
  total <- ave(k$w, k$s, FUN = sum)
  part <- 1 - 1 / sqrt(1 + total * vc[1] / vc[2])
  white <- function(v) sqrt(k$w) * (v - part * ave(k$w * v, k$s, FUN = sum) / total)
  x <- apply(model.matrix(~ z + p, k), 2, white)
  y <- white(k$y)
  r <- coef_test(lm(y ~ 0 + x), vcov = "CR2", cluster = k$s, test = "Satterthwaite")[2, ]
  expected <- list(
    constant = list(estimate = ca["z", 1], model = list(standardError = ca["z", 2]), variance = list(between = vc[1], within = vc[2]),
                    robust = list(standardError = r$SE, degreesOfFreedom = r$df)),
    exposure = list(estimate = sum(take * eb), model = list(standardError = sqrt(drop(t(take) %*% vb %*% take))),
                    byExposure = lapply(unname(eb), function(v) list(estimate = v))))
  f <- lm(y ~ z + s + p, k, weights = w)
  if (!any(is.na(coef(f)))) {
    g <- coef_test(f, vcov = "CR2", cluster = k$s, test = "Satterthwaite")["z", ]
    if (is.finite(g$df)) expected$fixed <- list(estimate = g$beta, robust = list(standardError = g$SE, degreesOfFreedom = g$df))
  }
  add("steppedWedge", given, expected, 2e-5)
}
versions <- sapply(c("clubSandwich", "lme4"), function(p) as.character(packageVersion(p)))
cat(toJSON(list(madeBy = c(list(R = paste(R.version$major, R.version$minor, sep = ".")), as.list(versions)), cases = cases),
           auto_unbox = TRUE, digits = NA, null = "null", na = "null"))
