// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QtTest>

#include <rapidcheck.h>

/// Runs a RapidCheck property inside a Qt Test function; the failure text carries the line that reproduces it (RC_PARAMS).
#define property(description, ...) QVERIFY2(rc::check(description, __VA_ARGS__), "property falsified; see the lines above")
