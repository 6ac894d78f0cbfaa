# Cluster-robust variances and Satterthwaite degrees of freedom (clubSandwich), random intercepts (lme4), intracluster
# correlation (aov). Prints one JSON object.
suppressMessages({ library(clubSandwich); library(lme4); library(jsonlite) })
set.seed(20240611)
cases <- list()
add <- function(of, given, expected, within = 1e-9, near = NULL)
  cases[[length(cases) + 1]] <<- c(list(of = of, given = given, expected = expected, within = within),
                                   if (!is.null(near)) list(near = near))

panel <- function(m, sizes, k, icc, level = 0, scale = 1) {
  g <- rep(seq_len(m), sizes)
  n <- length(g)
  z <- as.numeric(g %% 2 == 1)
  own <- rnorm(m)
  x <- cbind(1, z)
  if (k > 0) x <- cbind(x, matrix(round(rnorm(n * k), 3), n, k))
  y <- round(level + scale * (sqrt(icc) * own[g] + sqrt(1 - icc) * rnorm(n) + 0.3 * z), 4)
  list(g = g, x = unname(x), y = y)
}
sizesOf <- function(m, kind) switch(kind, even = rep(4, m), uneven = sample(1:9, m, TRUE), singles = rep(1, m),
                                    wild = c(40, sample(1:3, m - 1, TRUE)))

# --- clusterRobust
for (i in 1:70) {
  m <- sample(c(3, 4, 6, 8, 12, 25), 1)
  kind <- sample(c("even", "uneven", "singles", "wild"), 1)
  if (kind == "singles") m <- max(m, 8)
  k <- sample(0:2, 1)
  d <- panel(m, sizesOf(m, kind), k, sample(c(0, 0.05, 0.5), 1), sample(c(0, 1e3), 1), sample(c(1e-3, 1, 1e4), 1))
  if (length(d$y) <= ncol(d$x) + 2) next
  w <- if (i %% 2 == 0) round(runif(length(d$y), 0.2, 6), 2) else NULL
  x <- d$x
  fit <- if (is.null(w)) lm(d$y ~ 0 + x) else lm(d$y ~ 0 + x, weights = w)
  if (any(is.na(coef(fit))) || max(abs(resid(fit))) < 1e-9) next
  for (type in if (i <= 30) c("CR0", "CR1", "CR1S", "CR2", "CR3") else sample(c("CR2", "CR3"), 1)) {
    # An arm of one cluster: its block is singular up to rounding, and CR3 of clubSandwich inverts it all the same.
    if (type == "CR3" && min(tapply(d$g, d$x[, 2], function(g) length(unique(g)))) < 2) next
    v <- tryCatch(vcovCR(fit, cluster = d$g, type = type), error = function(e) NULL)
    if (is.null(v)) next
    t <- coef_test(fit, vcov = v, test = "Satterthwaite")
    if (any(!is.finite(t$df)) || any(t$df > 1e6)) next
    contrast <- c(0.5, rep(1, ncol(x) - 1))
    add("clusterRobust",
        list(y = d$y, x = x, clusters = as.character(d$g), weights = w, type = type, contrast = contrast),
        list(coefficients = lapply(seq_len(ncol(x)), function(j)
               list(estimate = t$beta[j], standardError = t$SE[j], degreesOfFreedom = t$df[j], pValue = t$p_Satt[j])),
             contrasts = list(list(estimate = sum(contrast * coef(fit)),
                                   standardError = sqrt(drop(t(contrast) %*% as.matrix(v) %*% contrast))))),
        within = 1e-8)
  }
}
# Fixed effects of the clusters: the blocks are singular, and clubSandwich takes generalised inverses (CR2).
for (i in 1:12) {
  m <- sample(4:9, 1)
  t <- sample(3:6, 1)
  g <- rep(1:m, each = t)
  p <- rep(1:t, m)
  start <- sample(2:t, m, TRUE)
  z <- as.numeric(p >= start[g])
  y <- round(rnorm(m)[g] + 0.5 * z + rnorm(m * t), 3)
  x <- unname(cbind(z, model.matrix(~ factor(g) + factor(p))))
  if (qr(x)$rank < ncol(x)) next
  w <- if (i %% 2 == 0) round(runif(length(y), 0.5, 4), 2) else NULL
  fit <- if (is.null(w)) lm(y ~ 0 + x) else lm(y ~ 0 + x, weights = w)
  c1 <- coef_test(fit, vcov = "CR2", cluster = g, test = "Satterthwaite")
  if (c1$df[1] < 1e-3 || !is.finite(c1$df[1])) next
  add("clusterRobust", list(y = y, x = x, clusters = as.character(g), weights = w, type = "CR2",
                            contrast = c(1, rep(0, ncol(x) - 1))),
      list(contrasts = list(list(estimate = c1$beta[1], standardError = c1$SE[1], degreesOfFreedom = c1$df[1], pValue = c1$p_Satt[1]))),
      within = 1e-8)
}

# --- compareClusters, counting rows: weighted regression on cluster means
for (i in 1:15) {
  a <- lapply(1:sample(2:9, 1), function(j) round(rnorm(sample(1:12, 1), rnorm(1)), 3))
  b <- lapply(1:sample(2:9, 1), function(j) round(rnorm(sample(1:12, 1), rnorm(1)), 3))
  y <- sapply(c(a, b), mean)
  w <- sapply(c(a, b), length)
  z <- rep(1:0, c(length(a), length(b)))
  rows <- coef_test(lm(y ~ z, weights = w), vcov = "CR2", cluster = seq_along(y), test = "Satterthwaite")[2, ]
  each <- coef_test(lm(y ~ z), vcov = "CR2", cluster = seq_along(y), test = "Satterthwaite")[2, ]
  of <- function(t) list(estimate = t$beta, standardError = t$SE, degreesOfFreedom = t$df, pValue = t$p_Satt)
  arm <- function(v) lapply(v, I)
  add("compareClusters", list(treated = arm(a), comparison = arm(b)), list(rows = of(rows), clusters = of(each)), within = 1e-8)
}

# --- randomIntercept
for (i in 1:45) {
  m <- sample(c(5, 8, 12, 20), 1)
  d <- panel(m, sizesOf(m, sample(c("even", "uneven", "wild"), 1)), sample(0:2, 1), sample(c(0.05, 0.3, 0.8), 1), sample(c(0, 100), 1))
  if (length(d$y) < m + ncol(d$x) + 3) next
  w <- if (i %% 3 == 0) round(runif(length(d$y), 0.5, 5), 2) else rep(1, length(d$y))
  x <- d$x
  g <- d$g
  control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12), calc.derivs = FALSE)
  fit <- suppressMessages(if (all(w == 1)) lmer(d$y ~ 0 + x + (1 | g), control = control)
                          else lmer(d$y ~ 0 + x + (1 | g), weights = w, control = control))
  vc <- as.data.frame(VarCorr(fit))$vcov
  s <- coef(summary(fit))
  isSingular <- vc[1] < 1e-8
  expected <- list(variance = list(between = if (isSingular) 0 else vc[1], within = vc[2]),
                   coefficients = lapply(seq_len(ncol(x)), function(j) list(estimate = s[j, 1], standardError = s[j, 2])))
  given <- list(y = d$y, x = x, clusters = as.character(g), weights = w)
  add("randomIntercept", given, expected, within = 2e-6, near = 1e-7)
  if (all(w == 1) && !isSingular) {
    # CR2 has several roots for one target: ours whitens the rows first, so clubSandwich is asked about the whitened rows.
    part <- 1 - 1 / sqrt(1 + ave(w, g, FUN = sum) * vc[1] / vc[2])
    y2 <- d$y - part * ave(d$y, g)
    x2 <- x - part * apply(x, 2, function(v) ave(v, g))
    t <- coef_test(lm(y2 ~ 0 + x2), vcov = "CR2", cluster = g, test = "Satterthwaite")
    add("randomIntercept CR2", given,
        list(coefficients = lapply(seq_len(ncol(x)), function(j)
          list(estimate = t$beta[j], standardError = t$SE[j], degreesOfFreedom = t$df[j]))), within = 1e-5, near = 1e-7)
  }
}

# --- intracluster correlation
for (i in 1:30) {
  k <- sample(c(2, 3, 6, 12, 30), 1)
  sizes <- if (i %% 2) rep(sample(2:6, 1), k) else sample(1:12, k, TRUE)
  if (all(sizes == 1)) sizes[1] <- 3
  g <- factor(rep(seq_len(k), sizes))
  y <- round(sqrt(sample(c(0, 0.05, 0.6), 1)) * rnorm(k)[g] + rnorm(length(g)), 4) + sample(c(0, 1e4), 1)
  a <- anova(lm(y ~ g))
  ms <- a[["Mean Sq"]]
  n0 <- (length(y) - sum(sizes^2) / length(y)) / (k - 1)
  ratio <- ms[1] / ms[2]
  share <- function(f) (f - 1) / (f - 1 + n0)
  # Searle's interval in the form of the ratio of the variances, by R's own quantiles.
  low <- share(ratio / qf(0.975, k - 1, length(y) - k))
  high <- share(ratio / qf(0.025, k - 1, length(y) - k))
  expected <- list(statistic = a[["F value"]][1], untruncated = share(ratio), low = max(0, low), high = max(0, high))
  if (i %% 2 && share(ratio) > 0.01) {
    # Equal sizes: the restricted likelihood of lme4 gives the same.
    vc <- as.data.frame(VarCorr(suppressMessages(lmer(y ~ 1 + (1 | g),
            control = lmerControl(optimizer = "bobyqa", optCtrl = list(rhoend = 1e-12), calc.derivs = FALSE)))))$vcov
    add("intraclusterCorrelation lme4", list(clusters = unname(split(y, g))), list(estimate = vc[1] / sum(vc)), within = 1e-5)
  }
  add("intraclusterCorrelation", list(clusters = lapply(unname(split(y, g)), I)), expected, within = 1e-8, near = 1e-10)
}
versions <- sapply(c("clubSandwich", "lme4"), function(p) as.character(packageVersion(p)))
cat(toJSON(list(madeBy = c(list(R = paste(R.version$major, R.version$minor, sep = ".")), as.list(versions)), cases = cases),
           auto_unbox = TRUE, digits = NA, null = "null"))
